import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STATES_PAGE, statesPage } from '../../scripts/states.ts'
import { machines } from '../src/domain/machines.ts'

test('docs/states.md is drawn from the tables; `npm run docs:states` draws it anew', () => {
  expect(readFileSync(STATES_PAGE, 'utf8')).toBe(statesPage(machines))
})

test.each(machines)('$name: every state is reached, and every event leads somewhere', ({ initial, events, moves }) => {
  const reached = new Set(initial)
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const state of reached) for (const to of Object.values(moves[state]!)) reached.add(to!)
  }
  expect([...reached].sort()).toEqual(Object.keys(moves).sort())
  const used = new Set(Object.values(moves).flatMap(byEvent => Object.keys(byEvent)))
  expect([...used].sort()).toEqual(Object.keys(events).sort())
})
