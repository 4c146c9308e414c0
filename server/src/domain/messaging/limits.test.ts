import { expect, test } from 'vitest'
import { earnsThroughput, inboundTake, messagesPerSecond, pairTake, throughputTake } from './limits.ts'

test.each([
  ['a standard number sends 80 messages a second', { throughput: 'STANDARD' }, 80],
  ['an upgraded one sends 1,000', { throughput: 'HIGH' }, 1000],
  ['one that is in the app as well sends 20', { throughput: 'HIGH', is_on_biz_app: true }, 20],
  ['a world may set another rate', { throughput: 'HIGH', messages_per_second: 5 }, 5],
] as const)('%s', (_, number, rate) => {
  expect(messagesPerSecond({ id: '1', ...number })).toBe(rate)
})

test('a message claims one token of the second', () => {
  expect(throughputTake({ id: '106540352242922', throughput: 'STANDARD' }, 7)).toEqual({
    kind: 'bucket',
    name: 'throughput',
    counter: 'throughput/106540352242922',
    n: 1,
    capacity: 80,
    interval: 12.5,
    now: 7,
  })
})

test('what a customer writes claims one as well, come what may', () => {
  const number = { id: '106540352242922', throughput: 'STANDARD' } as const
  expect(inboundTake(number, 7)).toEqual({ ...throughputTake(number, 7), forced: true })
})

test('a pair has a burst of 45 messages, and one more every six seconds', () => {
  expect(pairTake('106540352242922', '16505551234', 7)).toEqual({
    kind: 'bucket',
    name: 'pair',
    counter: 'pair/106540352242922/16505551234',
    n: 1,
    capacity: 45,
    interval: 6000,
    now: 7,
  })
})

test.each([
  ['a number that reached enough', {}, 'TIER_UNLIMITED', 100_000, true],
  ['one of medium quality', { quality_rating: 'YELLOW' }, 'TIER_UNLIMITED', 100_000, true],
  ['one of low quality', { quality_rating: 'RED' }, 'TIER_UNLIMITED', 100_000, false],
  ['one without quality yet', { quality_rating: 'UNKNOWN' }, 'TIER_UNLIMITED', 100_000, false],
  ['one customer less', {}, 'TIER_UNLIMITED', 99_999, false],
  ['a portfolio with a limit', {}, 'TIER_100K', 100_000, false],
  ['one that has it already', { throughput: 'HIGH' }, 'TIER_UNLIMITED', 100_000, false],
  ['one that is in the app as well', { is_on_biz_app: true }, 'TIER_UNLIMITED', 100_000, false],
] as const)('%s: whether the higher throughput is earned', (_, change, limit, reached, earned) => {
  expect(earnsThroughput({ throughput: 'STANDARD', quality_rating: 'GREEN', ...change }, limit, reached)).toBe(earned)
})
