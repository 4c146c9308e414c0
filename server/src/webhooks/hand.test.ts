import { expect, test } from 'vitest'
import type { Delivery } from './batch.ts'
import { makeHand } from './hand.ts'
import { APP, AT } from './world.test-util.ts'

const HELD = 20_000
const WAITING = 2_000
const LEAST_SHARE = 100

const row = (id: string, url: string): Delivery => ({
  id,
  app_id: APP,
  account_id: 'a',
  field: 'messages',
  url,
  conversation: id,
  status: 'pending',
  due_at: AT,
  attempts: 0,
  locked_until: 0,
  created_at: AT,
  settled_at: null,
  faults: null,
  body: '{}',
})

/** A hand whose endpoints have calls for everything but what `waiting` says. */
function setUp() {
  const waiting: { [url: string]: number } = {}
  const hand = makeHand(({ url }) => waiting[url] ?? 0)
  let taken = 0
  return {
    hand,
    waiting,
    /** Takes so many of an endpoint as one claim. Returns their ids. */
    take(url: string, count: number, cut = false): string[] {
      const rows = Array.from({ length: count }, () => row(String(taken++), url))
      for (const one of rows) hand.take(one)
      hand.claimed(rows, cut)
      return rows.map(({ id }) => id)
    },
    rooms(): { [url: string]: number } {
      return Object.fromEntries(hand.beginRound().rooms.map(({ url, room }) => [url, room]))
    },
  }
}

test('an endpoint that is alone takes what it can use', () => {
  const { hand, waiting, take, rooms } = setUp()
  expect(hand.beginRound()).toMatchObject({ each: WAITING, rooms: [] })
  take('a', 1_000)
  expect(rooms()).toEqual({ a: WAITING })
  waiting.a = 600
  expect(rooms()).toEqual({ a: WAITING - 600 })
  waiting.a = WAITING + 1
  expect(rooms()).toEqual({ a: 0 })
})

test.each([
  [1, HELD - 1, 1],
  [1, HELD, 0],
  [1, HELD + 1, 0],
  [2, HELD / 2 - 1, 1],
  [2, HELD / 2, 0],
  [300, LEAST_SHARE - 1, 1],
  [300, LEAST_SHARE, 0],
])('of %i endpoints one that holds %i has room for %i', (among, held, room) => {
  const { take, rooms } = setUp()
  take('a', held)
  for (let other = 1; other < among; other++) take(`other ${other}`, 1)
  expect(rooms().a).toBe(room)
})

test('an endpoint that comes new has its share, however full the others are', () => {
  const { hand, take } = setUp()
  take('a', HELD)
  expect(hand.beginRound().each).toBe(WAITING)
  for (let other = 1; other < 40; other++) take(`other ${other}`, 1)
  expect(hand.beginRound().each).toBe(Math.floor(HELD / 41))
  for (let other = 40; other < 400; other++) take(`other ${other}`, 1)
  expect(hand.beginRound().each).toBe(LEAST_SHARE)
})

test('where something was left behind, room for half a share is told of, and no less', () => {
  const { hand, take } = setUp()
  hand.beginRound()
  const ids = take('a', HELD)
  hand.beginRound()
  expect(hand.release(ids.splice(0, WAITING / 2 - 1))).toBe(false)
  expect(hand.lacks({ app_id: APP, url: 'a' })).toBe(false)
  expect(hand.release(ids.splice(0, 1))).toBe(true)
  expect(hand.lacks({ app_id: APP, url: 'a' })).toBe(true)
  hand.beginRound()
  expect(hand.lacks()).toBe(false)
})

test('a claim that gave all there was room for, or was cut short, leaves something behind', () => {
  const { hand, take } = setUp()
  hand.beginRound()
  expect(hand.release(take('a', WAITING - 1))).toBe(false)
  hand.beginRound()
  expect(hand.release(take('a', WAITING))).toBe(true)
  hand.beginRound()
  expect(hand.release(take('a', 10, true))).toBe(true)
})

test('only ids of endpoints with room are passed over', () => {
  const { hand, take } = setUp()
  take('a', HELD)
  const ids = take('b', 3)
  const { held } = hand.beginRound()
  expect([...held.keys()]).toEqual(ids)
  expect(held.has('0')).toBe(true)
})
