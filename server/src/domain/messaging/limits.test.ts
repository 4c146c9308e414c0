import { expect, test } from 'vitest'
import { inboundTake, messagesPerSecond, pairTake, throughputTake } from './limits.ts'

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
