import { expect, test } from 'vitest'
import { readableNumber } from './phone-number.ts'

test('numbers are grouped for reading', () => {
  expect(readableNumber('16505551234')).toBe('+1 650-555-1234')
  expect(readableNumber('4915112345678')).toBe('+49 15 112 345 678')
})
