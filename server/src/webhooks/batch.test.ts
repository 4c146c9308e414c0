import { expect, test } from 'vitest'
import { BACKLOG, type Delivery, notification, takeBatch } from './batch.ts'

const NOBODY: ReadonlySet<string> = new Set()

const delivery = (id: number, more: Partial<Delivery> = {}): Delivery => ({
  id: String(id),
  app_id: 'app',
  account_id: 'account',
  field: 'messages',
  url: 'http://x',
  conversation: `c${id}`,
  status: 'pending',
  due_at: 0,
  attempts: 0,
  locked_until: 0,
  created_at: 0,
  settled_at: null,
  faults: null,
  body: `{"id":"${id}"}`,
  ...more,
})
const many = (count: number, more: Partial<Delivery> = {}) => Array.from({ length: count }, (_, i) => delivery(i, more))
const ids = (list: Delivery[]) => list.map(({ id }) => id)

test('without a backlog one goes at a time', () => {
  const waiting = many(BACKLOG)
  expect(ids(takeBatch(waiting, NOBODY))).toEqual(['0'])
  expect(waiting).toHaveLength(BACKLOG - 1)
})

test('a conversation that is out is passed over, others are not', () => {
  const waiting = [delivery(1, { conversation: 'a' }), delivery(2, { conversation: 'a' }), delivery(3)]
  expect(ids(takeBatch(waiting, new Set(['a'])))).toEqual(['3'])
  expect(takeBatch(waiting, new Set(['a']))).toEqual([])
  expect(ids(waiting)).toEqual(['1', '2'])
})

test('a retry waits for nobody', () => {
  expect(ids(takeBatch([delivery(1, { conversation: 'a', attempts: 2 })], new Set(['a'])))).toEqual(['1'])
})

test('under backlog up to a thousand go together, in order', () => {
  const waiting = many(1_500)
  expect(ids(takeBatch(waiting, NOBODY))).toEqual(ids(many(1_000)))
  expect(ids(waiting)).toEqual(ids(many(1_500)).slice(1_000))
})

test('a notification stays below three megabytes', () => {
  const waiting = many(100, { body: 'x'.repeat(100_000) })
  const batch = takeBatch(waiting, NOBODY)
  expect(notification(batch).length).toBeLessThanOrEqual(3 * 1024 * 1024)
  expect(batch).toHaveLength(31)
})

test('what failed goes in ever smaller company, so that a bad one is alone in the end', () => {
  const sizes = [0, 1, 2, 3, 4].map(attempts => takeBatch(many(1_500, { attempts }), NOBODY).length)
  expect(sizes).toEqual([1_000, 100, 10, 1, 1])
})

test('the entries are joined as they are', () => {
  expect(notification([{ body: '{"id":"1"}' }, { body: '{"id":"2"}' }]).toString()).toBe(
    '{"object":"whatsapp_business_account","entry":[{"id":"1"},{"id":"2"}]}',
  )
})
