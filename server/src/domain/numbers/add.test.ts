import { expect, test } from 'vitest'
import { callingCodeOf, countryOf } from '../countries.ts'
import { addedDigits, displayNumber, numberLimit } from './add.ts'

test.each([
  ['6505550100', '1', '16505550100'],
  ['(650) 555-0100', '+1', '16505550100'],
  ['16505550100', '1', '16505550100'],
  ['+16505550100', undefined, '16505550100'],
  ['+16505550100', '1', '16505550100'],
  ['15123456789', '49', '4915123456789'],
  ['+4915123456789', '49', '4915123456789'],
  ['961 112 2233', '52', '529611122233'],
  ['5550783881', '1', '15550783881'],
])('%s with country code %s is %s', (phone, cc, digits) => {
  expect(addedDigits(phone, cc)).toBe(digits)
})

test.each([
  ['12', '1'],
  ['', '1'],
  ['six', undefined],
  ['+4915123456789', '1'],
  ['0000000', '999'],
  ['1'.repeat(40), '1'],
])('%s with country code %s is no number', (phone, cc) => {
  expect(addedDigits(phone, cc)).toBeUndefined()
})

test('numbers are displayed in groups, and their country is known', () => {
  expect(displayNumber('16505550100')).toBe('+1 650-555-0100')
  expect(displayNumber('4915123456789')).toBe('+49 1512 3456789')
  expect(countryOf('4915123456789')).toBe('DE')
  expect(callingCodeOf('4915123456789')).toBe('49')
})

test.each([
  ['not_verified', 'TIER_250', 2],
  ['verified', 'TIER_250', 20],
  ['not_verified', 'TIER_2K', 20],
] as const)('a portfolio that is %s with %s has at most %i numbers', (verification_status, messaging_limit, limit) => {
  const business = { id: '1', name: 'Lucky Shrub', timezone_id: '1', created_at: 0 }
  expect(numberLimit({ ...business, verification_status, messaging_limit })).toBe(limit)
})
