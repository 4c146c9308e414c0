import type { RawParams } from '../../graph/params.ts'

/** Names that are nested deeper are taken as they are written. */
const MAX_LEVELS = 16
const NESTED = /^([^[\]]+)((?:\[[^[\]]*\])+)$/
const PLACE = /^\d+$/

/** What a nested name leads into, until it is known whether it is a list. */
class Branch {
  readonly members = new Map<string, unknown>()
}

/**
 * Puts pairs of names and texts together, as forms and query strings bring them. `fields[]=a` collects a list, and
 * `text[body]=hi` or `filtering[0][field]=x` builds objects and lists, as libraries write them that know no JSON. The last
 * of several equal names wins.
 * https://www.php.net/manual/en/function.http-build-query.php
 */
export class NamedValues {
  readonly #root = new Branch()

  add(name: string, value: string): void {
    const nested = NESTED.exec(name)
    const steps = nested ? [nested[1]!, ...nested[2]!.slice(1, -1).split('][')] : [name]
    const path = steps.length > MAX_LEVELS ? [name] : steps
    let branch = this.#root
    for (const [at, step] of path.entries()) {
      const key = at > 0 && step === '' ? String(branch.members.size) : step
      if (at === path.length - 1) {
        branch.members.set(key, value)
        return
      }
      const known = branch.members.get(key)
      const next = known instanceof Branch ? known : new Branch()
      branch.members.set(key, next)
      branch = next
    }
  }

  /** Everything so far, as parameters without a prototype. */
  params(): RawParams {
    const params: RawParams = Object.create(null)
    for (const [name, value] of this.#root.members) params[name] = settled(value)
    return params
  }
}

/** Members that are all called by numbers are those of a list. */
function settled(value: unknown): unknown {
  if (!(value instanceof Branch)) return value
  const entries = [...value.members].map(([name, member]) => [name, settled(member)] as const)
  return entries.every(([name]) => PLACE.test(name)) ? entries.map(([, member]) => member) : Object.fromEntries(entries)
}
