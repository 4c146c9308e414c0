import { expect, test } from 'vitest'
import { DAY, HOUR } from '../time.ts'
import type { Template } from './model.ts'
import { rescored, unpaused } from './quality.ts'
import { sample } from './samples-for-tests.ts'

const NOW = 1000 * DAY
const told = (template: Template, quality: 'GREEN' | 'YELLOW' | 'RED') =>
  rescored(template, quality, NOW).events.map(event =>
    event.type === 'template.status_changed' ? [event.status, event.title] : [event.previous, event.quality],
  )

test('low quality pauses for three hours, then for six, and then disables', () => {
  let template = sample([])
  const pauses: unknown[] = []
  for (let i = 0; i < 2; i++) {
    template = rescored(template, 'RED', NOW).changed
    pauses.push((template.pause!.until! - NOW) / HOUR)
    template = unpaused(template, NOW).changed
  }
  expect(pauses).toEqual([3, 6])
  expect(told(template, 'RED')).toEqual([
    ['UNKNOWN', 'RED'],
    ['DISABLED', 'DISABLED'],
  ])
})

test('medium quality flags once, and high quality lifts the flag', () => {
  const flagged = rescored(sample([]), 'YELLOW', NOW).changed
  expect(flagged).toMatchObject({ status: 'APPROVED', flagged: true, quality: 'YELLOW' })
  expect(told(flagged, 'GREEN')).toEqual([
    ['YELLOW', 'GREEN'],
    ['REINSTATED', undefined],
  ])
  expect(told(flagged, 'YELLOW')).toEqual([])
})

test('while messages are held, a bad score pauses until the pause is lifted, and a good one ends the pacing', () => {
  const held = sample([], { pacing: { after: 1, hold: HOUR, until: NOW + HOUR } })
  expect(told(held, 'RED')).toEqual([
    ['UNKNOWN', 'RED'],
    ['PAUSED', 'RATE_LIMITING_PAUSE'],
  ])
  const dropped = rescored(held, 'RED', NOW).changed
  expect(dropped.pause).toEqual({ by: 'pacing', at: NOW })
  expect(dropped.pauses ?? 0).toBe(0)
  expect(dropped.pacing).toEqual({ after: 1, hold: HOUR })
  expect(rescored(held, 'GREEN', NOW).changed).not.toHaveProperty('pacing')
  expect(rescored(held, 'YELLOW', NOW).changed.pacing).toBeDefined()
})

test('after a pause the slate is clean', () => {
  const paused = rescored(sample([]), 'RED', NOW).changed
  const { changed, events } = unpaused(paused, NOW + 3 * HOUR)
  expect(changed).toMatchObject({ status: 'APPROVED', quality: 'UNKNOWN', feedback_since: NOW + 3 * HOUR })
  expect(events).toMatchObject([
    { status: 'APPROVED', title: 'UNPAUSE' },
    { previous: 'RED', quality: 'UNKNOWN' },
  ])
})
