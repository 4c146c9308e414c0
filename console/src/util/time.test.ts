import { describe, expect, test } from 'vitest'
import { clockTime, DAY, dayName, HOUR, MINUTE, playTime, sameDay, shortTime, timeLeft } from './time.ts'

const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' }
const now = Date.parse('2025-03-12T08:30:00Z')

test('the time of day follows the place', () => {
  expect(clockTime(now, berlin)).toBe('09:30')
})

describe('days', () => {
  test('have names close to now', () => {
    expect(dayName(now, now, berlin)).toBe('Today')
    expect(dayName(now - 10 * HOUR, now, berlin)).toBe('Yesterday')
    expect(dayName(now - 3 * DAY, now, berlin)).toBe('Sunday')
    expect(dayName(now - 30 * DAY, now, berlin)).toBe('10 February 2025')
    expect(dayName(now + 2 * DAY, now, berlin)).toBe('14 March 2025')
  })

  test('change at local midnight', () => {
    const lateEvening = Date.parse('2025-03-11T22:59:00Z')
    expect(sameDay(lateEvening, lateEvening + 2 * MINUTE, berlin)).toBe(false)
  })

  test('are short in a list', () => {
    expect(shortTime(now, now, berlin)).toBe('09:30')
    expect(shortTime(now - 3 * DAY, now, berlin)).toBe('Sun')
    expect(shortTime(now - 30 * DAY, now, berlin)).toBe('10 Feb 25')
  })
})

test('what is left is said in two units', () => {
  expect(timeLeft(23 * HOUR + 10 * MINUTE)).toBe('23 h 10 min')
  expect(timeLeft(DAY)).toBe('24 h')
  expect(timeLeft(3 * DAY)).toBe('3 d')
  expect(timeLeft(20_000)).toBe('1 min')
})

test('play time of an unknown length is zero', () => {
  expect(playTime(67.8)).toBe('1:07')
  expect(playTime(Number.POSITIVE_INFINITY)).toBe('0:00')
})
