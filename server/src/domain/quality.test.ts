import { expect, test } from 'vitest'
import type { FeedbackKind, Quality } from './quality.ts'
import { type CountedFeedback, feedbackSince, nextQuality, scoreOf } from './quality.ts'
import { DAY } from './time.ts'

const acts = (counts: Partial<Record<FeedbackKind, number>>, days_ago = 0): CountedFeedback[] =>
  Object.entries(counts).map(([kind, n]) => ({ kind: kind as FeedbackKind, days_ago, n }))

test.each<[Partial<Record<FeedbackKind, number>>, Quality]>([
  [{ read: 4 }, 'UNKNOWN'],
  [{ read: 5 }, 'GREEN'],
  [{ blocked: 4 }, 'UNKNOWN'],
  [{ read: 91, blocked: 9 }, 'GREEN'],
  [{ read: 90, blocked: 10 }, 'YELLOW'],
  [{ read: 89, blocked: 11 }, 'YELLOW'],
  [{ read: 71, blocked: 29 }, 'YELLOW'],
  [{ read: 70, blocked: 30 }, 'RED'],
  [{ read: 69, blocked: 31 }, 'RED'],
  [{ read: 95, reported: 4 }, 'GREEN'],
  [{ read: 95, reported: 5 }, 'YELLOW'],
  [{ read: 80, ignored: 20 }, 'YELLOW'],
  [{ read: 81, ignored: 19 }, 'GREEN'],
])('%j make %s', (counts, score) => {
  expect(scoreOf(acts(counts))).toBe(score)
})

test('recent days weigh more', () => {
  expect(scoreOf([...acts({ blocked: 10 }, 6), ...acts({ read: 20 })])).toBe('YELLOW')
  expect(scoreOf([...acts({ blocked: 10 }), ...acts({ read: 20 }, 6)])).toBe('RED')
})

test('too little feedback changes nothing, until what spoke against it has passed', () => {
  expect(nextQuality('RED', acts({ read: 1, blocked: 1 }))).toBe('RED')
  expect(nextQuality('RED', acts({ read: 1 }))).toBe('GREEN')
  expect(nextQuality('YELLOW', [])).toBe('GREEN')
  expect(nextQuality('UNKNOWN', [])).toBe('UNKNOWN')
  expect(nextQuality('GREEN', acts({ blocked: 1 }))).toBe('GREEN')
})

test('feedback counts for seven days, or since the last pause', () => {
  expect(feedbackSince({}, 10 * DAY)).toBe(3 * DAY)
  expect(feedbackSince({ feedback_since: 5 * DAY }, 10 * DAY)).toBe(5 * DAY)
  expect(feedbackSince({ feedback_since: 2 * DAY }, 10 * DAY)).toBe(3 * DAY)
})
