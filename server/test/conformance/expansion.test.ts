import { beforeAll, describe, expect, test } from 'vitest'
import { kinds, operations } from '../../src/api/index.ts'
import { instances } from '../permissions-instances.ts'
import { fileWorld } from '../shared-world.ts'

/** Every edge that pages through nodes, by the kind it is on. One item of an edge is no field. */
const listings = operations
  .filter(operation => operation.list && operation.contract.edge && !operation.contract.edge.includes('{'))
  .map(({ contract, of }) => ({ name: contract.name, on: contract.on.name, edge: contract.edge!, of: of!.name }))

/** A node of each kind. */
let nodes: Record<string, string>
const w = await fileWorld({ accessToken: 'EAAexpansion' })
beforeAll(async () => {
  const template = (name: string) => ({
    name,
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your plants are ready.' }],
  })
  for (const name of ['first_one', 'second_one', 'third_one']) {
    await w.advance('1s')
    await w.graph('POST', `${w.landline.waba_id}/message_templates`, template(name))
  }
  nodes = await instances(w)
})

const read = async (path: string) => {
  const { status, body } = await w.graph('GET', path)
  expect({ path, status, error: body.error }).toEqual({ path, status: 200, error: undefined })
  return body
}
/** A parameter without which an edge is not read. */
const needed = (edge: string): [name: string, value: string] | undefined =>
  edge === 'assigned_users' ? ['business', w.landline.business_id] : undefined

const ids = (list: { data: { id?: string }[] }) => list.data.map(({ id }) => id)

test('there are edges to expand', () => {
  expect(listings.length).toBeGreaterThanOrEqual(3)
  expect(listings.every(({ on }) => kinds.some(({ name }) => name === on))).toBe(true)
})

describe.each(listings)('$on/$edge', ({ on, edge }) => {
  test('is the same as a field with modifiers as on its own', async () => {
    const node = nodes[on]
    expect(node, on).toBeDefined()
    const need = needed(edge)
    const field = need ? `${edge}.${need[0]}(${need[1]})` : edge
    const alone = await read(`${node}/${edge}?limit=100&summary=true${need ? `&${need.join('=')}` : ''}`)
    const expand = async (modifiers: string, inner = '') =>
      (await read(`${node}?fields=${field}${modifiers}${inner}`))[/\.as\((\w+)\)/.exec(modifiers)?.[1] ?? edge]
    const { data: all } = await expand('.limit(100)')
    expect(all).toEqual(alone.data)
    expect((await expand('.limit(1).as(other)')).data).toEqual(alone.data.slice(0, 1))
    expect((await expand('.limit(1).summary(true)')).summary).toEqual(alone.summary)
    expect(await expand('.limit(1).summary(false)')).not.toHaveProperty('summary')

    const pages: unknown[] = []
    for (let after = ''; ; ) {
      const page = await expand(`.limit(1)${after && `.after(${after})`}`)
      pages.push(...page.data)
      if (!page.paging?.next) break
      after = page.paging.cursors.after
    }
    expect(pages).toEqual(alone.data)
    const last = (await expand('.limit(100)')).paging?.cursors.after
    if (alone.data.length > 1) {
      const earlier = await expand(`.limit(1).before(${last})`)
      expect(earlier.data).toEqual(alone.data.slice(-2, -1))
    }

    const forwards = ids(await expand('.order(chronological).limit(100)'))
    const backwards = ids(await expand('.order(reverse_chronological).limit(100)'))
    expect(new Set(forwards)).toEqual(new Set(backwards))
    for (const { id, ...rest } of (await expand('.limit(2)', '{id}')).data) {
      expect(rest).toEqual({})
      expect(id).toBeTruthy()
    }
    const unknown = await w.graph('GET', `${node}?fields=${field}{nonsense}`)
    if (alone.data.length > 0) {
      expect(unknown.body.error.message).toMatch(/Tried accessing nonexisting field \(nonsense\)/)
    }
  })
})
