import { expect, test } from 'vitest'
import { HOUR } from '../time.ts'
import { answered, freeEntryOpen } from './free-entry.ts'
import type { Conversation } from './model.ts'

const chat = (more: Partial<Conversation>): Conversation => ({
  id: 'n/c',
  phone_number_id: 'n',
  customer_id: 'c',
  last_received_at: 0,
  free_entry_until: 0,
  free_entry_answer_by: 0,
  phone_seen_at: 0,
  last_at: 0,
  unread: 0,
  ...more,
})
const AT = 1_000 * HOUR

test('an answer in time opens 72 hours', () => {
  const referred = chat({ free_entry_answer_by: AT })
  expect(answered(referred, AT - 1)).toEqual(chat({ free_entry_until: AT - 1 + 72 * HOUR }))
})

test('an answer that comes too late opens nothing, and neither does the next', () => {
  const late = answered(chat({ free_entry_answer_by: AT }), AT)
  expect(late).toEqual(chat({}))
  expect(answered(late, AT)).toBeUndefined()
})

test('nobody came by an advertisement', () => {
  expect(answered(chat({}), AT)).toBeUndefined()
  expect(answered(undefined, AT)).toBeUndefined()
})

test('a later advertisement does not shorten what is open', () => {
  const again = chat({ free_entry_until: AT + HOUR, free_entry_answer_by: AT - HOUR })
  expect(answered(again, AT)?.free_entry_until).toBe(AT + HOUR)
})

test.each([
  ['before the answer', AT - 1, false],
  ['with the answer', AT, true],
  ['in its last millisecond', AT + 72 * HOUR - 1, true],
  ['after it', AT + 72 * HOUR, false],
])('a message %s', (_, at, open) => {
  expect(freeEntryOpen(chat({ free_entry_until: AT + 72 * HOUR }), at)).toBe(open)
})

test('a chat that never was', () => {
  expect(freeEntryOpen(undefined, AT)).toBe(false)
})
