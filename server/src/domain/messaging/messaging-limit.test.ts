import { expect, test } from 'vitest'
import { customersOf, earnedLimit, type ScalingFacts } from './messaging-limit.ts'

const facts: ScalingFacts = {
  limit: 'TIER_2K',
  verified: true,
  lowQuality: false,
  reachedLately: 0,
  reachedInMonth: 0,
}

test.each<[string, Partial<ScalingFacts>, string | undefined]>([
  ['one short of half of 250', { limit: 'TIER_250', reachedLately: 124 }, undefined],
  ['half of 250', { limit: 'TIER_250', reachedLately: 125 }, 'TIER_2K'],
  [
    'not verified, one short of 2,000 in a month',
    { limit: 'TIER_250', verified: false, reachedInMonth: 1_999 },
    undefined,
  ],
  ['not verified, 2,000 in a month', { limit: 'TIER_250', verified: false, reachedInMonth: 2_000 }, 'TIER_2K'],
  ['not verified, half of 250', { limit: 'TIER_250', verified: false, reachedLately: 250 }, undefined],
  ['one short of half of 2,000', { reachedLately: 999 }, undefined],
  ['half of 2,000', { reachedLately: 1_000 }, 'TIER_10K'],
  ['half of 2,000, not verified', { verified: false, reachedLately: 1_000 }, 'TIER_10K'],
  ['half of 2,000 with low quality', { lowQuality: true, reachedLately: 2_000 }, undefined],
  ['half of 10,000', { limit: 'TIER_10K', reachedLately: 5_000 }, 'TIER_100K'],
  ['one short of half of 100,000', { limit: 'TIER_100K', reachedLately: 49_999 }, undefined],
  ['half of 100,000', { limit: 'TIER_100K', reachedLately: 50_000 }, 'TIER_UNLIMITED'],
  ['no limit', { limit: 'TIER_UNLIMITED', reachedLately: 1_000_000 }, undefined],
])('%s', (_, changes, earned) => {
  expect(earnedLimit({ ...facts, ...changes })).toBe(earned)
})

test('a level allows what its name says', () => {
  expect(['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K'].map(limit => customersOf(limit as 'TIER_250'))).toEqual([
    250, 2_000, 10_000, 100_000,
  ])
  expect(customersOf('TIER_UNLIMITED')).toBe(Number.POSITIVE_INFINITY)
})
