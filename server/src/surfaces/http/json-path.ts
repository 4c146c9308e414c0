const STEP = /\.\.(?<deep>[\w-]+)|\.(?<name>[\w-]+|\*)|\[(?<index>\d+|\*)\]|\['(?<quoted>[^']*)'\]/y

/**
 * What a JSONPath leads to, in document order: `$.data.*.id`, `$.data[0].id`, `$['a b']`, `$..id`. Filters and scripts
 * are no part of it. A path that does not parse leads nowhere.
 * https://www.rfc-editor.org/rfc/rfc9535
 */
export function jsonPath(root: unknown, path: string): unknown[] {
  if (!path.startsWith('$')) return []
  let found = [root]
  STEP.lastIndex = 1
  while (STEP.lastIndex < path.length) {
    const step = STEP.exec(path)?.groups
    if (!step) return []
    const name = step.name ?? step.index ?? step.quoted
    found =
      step.deep === undefined
        ? found.flatMap(value => children(value, name!))
        : found.flatMap(value => deep(value, step.deep!))
  }
  return found
}

function children(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if (name === '*') return Object.values(value)
  return Object.hasOwn(value, name) ? [(value as Record<string, unknown>)[name]] : []
}

function deep(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return [...children(value, name), ...Object.values(value).flatMap(child => deep(child, name))]
}
