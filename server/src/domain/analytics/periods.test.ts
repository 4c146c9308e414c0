import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR } from '../time.ts'
import { zoneOf } from '../time-zones.ts'
import { localDate, startOfDate, startOfDay } from '../zoned-time.ts'
import { dayOf, type Granularity, monthStart, periodOf, slotOf, wholePeriods } from './periods.ts'

const zones = [
  'UTC',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/Havana',
  'Africa/Cairo',
  'America/St_Johns',
  'Pacific/Auckland',
]

test.each([
  ['2026-11-01', 'America/Los_Angeles', Date.UTC(2026, 10, 1, 7)],
  ['2026-11-02', 'America/Los_Angeles', Date.UTC(2026, 10, 2, 8)],
  ['2026-03-29', 'Europe/Berlin', Date.UTC(2026, 2, 28, 23)],
  ['2026-03-30', 'Europe/Berlin', Date.UTC(2026, 2, 29, 22)],
  ['2026-06-01', 'Asia/Kathmandu', Date.UTC(2026, 4, 31, 18, 15)],
  // Midnight is left out: the clocks go from 24:00 to 1:00.
  ['2026-04-24', 'Africa/Cairo', Date.UTC(2026, 3, 23, 22)],
  // Midnight comes twice: at 1:00 the clocks go back to it.
  ['2026-11-01', 'America/Havana', Date.UTC(2026, 10, 1, 4)],
  ['2026-02-28', 'UTC', Date.UTC(2026, 1, 28)],
])('%s begins in %s at %d', (date, zone, at) => {
  expect(startOfDate(date, zone)).toBe(at)
})

test('numbers of zones are those of the platform; names stand for themselves; anything else is UTC', () => {
  const names = ['1', '47', '58', '71', '141', 'Asia/Kathmandu', '0', 'nowhere', '999'].map(zoneOf)
  expect(names).toEqual([
    'America/Los_Angeles',
    'Europe/Berlin',
    'Europe/London',
    'Asia/Kolkata',
    'Africa/Johannesburg',
    'Asia/Kathmandu',
    'UTC',
    'UTC',
    'UTC',
  ])
})

test('every numbered zone is known to the runtime', () => {
  for (let number = 1; number <= 141; number++) {
    expect(() => localDate(0, zoneOf(String(number)))).not.toThrow()
    expect(zoneOf(String(number)), String(number)).toMatch(/\//)
  }
})

const zone = fc.constantFrom(...zones)
const instant = fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2029, 0) })
const granularity = fc.constantFrom<Granularity>('HALF_HOUR', 'DAY', 'MONTH')

test('days follow each other without a gap, and hold their own instants', () => {
  fc.assert(
    fc.property(zone, instant, (where, at) => {
      const date = localDate(at, where)
      const start = startOfDay(date, where)
      const next = startOfDay({ ...date, day: date.day + 1 }, where)
      expect(start).toBeLessThanOrEqual(at)
      expect(next).toBeGreaterThan(at)
      expect(localDate(start, where)).toEqual(date)
      expect(next - start).toBeGreaterThanOrEqual(22 * HOUR)
      expect(next - start).toBeLessThanOrEqual(26 * HOUR)
    }),
    { numRuns: 500 },
  )
})

test('the step of an instant leads to the period that the instant is in', () => {
  fc.assert(
    fc.property(zone, instant, granularity, (where, at, fine) => {
      const step = fine === 'HALF_HOUR' ? slotOf(at) : dayOf(at, where)
      const { start, end } = periodOf(step, fine, where)
      expect(start).toBeLessThanOrEqual(at)
      expect(end).toBeGreaterThan(at)
      if (fine === 'MONTH') expect(start).toBe(monthStart(at, where))
      if (fine === 'DAY') expect(localDate(end, where)).not.toEqual(localDate(at, where))
    }),
    { numRuns: 500 },
  )
})

test('a range is widened to whole periods', () => {
  const noon = Date.UTC(2026, 10, 24, 12)
  expect(wholePeriods(noon, noon + 1, 'DAY', 'UTC')).toEqual({
    start: Date.UTC(2026, 10, 24),
    end: Date.UTC(2026, 10, 25),
  })
  expect(wholePeriods(noon, noon + 12 * HOUR, 'DAY', 'UTC').end).toBe(Date.UTC(2026, 10, 25))
  expect(wholePeriods(noon, noon + 12 * HOUR + 1, 'DAY', 'UTC').end).toBe(Date.UTC(2026, 10, 26))
  expect(wholePeriods(noon, noon + 1, 'MONTH', 'UTC')).toEqual({
    start: Date.UTC(2026, 10, 1),
    end: Date.UTC(2026, 11, 1),
  })
  expect(wholePeriods(noon + 1, noon + 2, 'HALF_HOUR', 'UTC')).toEqual({ start: noon, end: noon + HOUR / 2 })
})
