import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, operations } from '../../src/api/index.ts'
import type { Method } from '../../src/graph/operation.ts'
import { makeRegistry } from '../../src/graph/registry.ts'
import { world } from '../world.ts'
import { NOT_SENT, REFUSED, substituted } from './examples.ts'
import { KIND_OF, type OfficialOperation, officialOperations, officialThere } from './official.ts'

if (!officialThere)
  console.warn('Conformance is skipped: the official OpenAPI document does not lie beside the project.')

/** The operations of the official document that are here: an edge that is declared, or a node that can be read. */
const registry = makeRegistry(kinds, operations)
function isDeclared({ method, path }: OfficialOperation): boolean {
  // The link of a medium has a path of its own.
  if (path === '/{Media-URL}') return true
  const [, placeholder, edge = '', ...more] = path.split('/')
  const entry = registry.kinds.get(KIND_OF[placeholder!] ?? '')
  if (!entry || more.length > 1) return false
  const known = [...entry.edges.keys()].find(one => (more.length === 0 ? one === edge : one.startsWith(`${edge}/{`)))
  const operations = known === undefined ? [] : (entry.edges.get(known)?.get(method as Method) ?? [])
  // What is there for one parameter alone is not the whole operation.
  if (operations.some(({ contract }) => contract.when === undefined)) return true
  return edge === '' && more.length === 0 && method === 'GET' && Object.keys(entry.kind.fields).length > 0
}

describe.skipIf(!officialThere)('the official document', () => {
  const official = officialThere ? officialOperations() : []
  const declared = official.filter(isDeclared)
  let w: Awaited<ReturnType<typeof world>>
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.landline.close())

  test('declares 113 operations, of which these are here', () => {
    console.log(`declared ${declared.length} of ${official.length} official operations`)
    expect(official).toHaveLength(113)
    const page = readFileSync(new URL('../../../docs/coverage.md', import.meta.url), 'utf8')
    const rows = official.map(one => `| ${isDeclared(one) ? '✓' : ' '} | \`${one.method} ${one.path}\` |`)
    for (const row of rows) expect(page).toContain(row)
    expect(page).toContain(`${declared.length} of 113`)
  })

  test('its example requests are accepted, or refused for the reason that is listed', async () => {
    const faults: string[] = []
    let accepted = 0
    for (const { method, path, examples } of declared) {
      for (const { name, value } of examples) {
        const key = `${method} ${path} ${name}`
        if (key in NOT_SENT || path.endsWith('/media')) continue
        // Each example stands alone: what one does to the number is no business of the next.
        await w.control('POST', 'world/reset', {})
        const { path: target, body } = await substituted(w, path, value)
        const answer = await w.graph(method, target, body)
        const code = answer.status === 200 ? undefined : answer.body.error?.code
        if (code === undefined) accepted++
        if (code !== REFUSED[key]?.code) faults.push(`${key}: ${JSON.stringify(answer.body).slice(0, 300)}`)
      }
    }
    console.log(`${accepted} official example requests accepted, ${Object.keys(REFUSED).length} refused as listed`)
    expect(faults).toEqual([])
  })
})
