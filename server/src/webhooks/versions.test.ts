import { expect, test } from 'vitest'
import { hasMember, pricingModel } from './versions.ts'

test.each([
  ['v17.0', 'regular', true],
  ['v23.0', 'regular', true],
  ['v24.0', 'regular', false],
  ['v25.0', 'free_customer_service', false],
  ['v25.0', 'free_entry_point', true],
])('in %s and with the price %s a status has a conversation: %s', (version, pricing, has) => {
  expect(hasMember('statuses.conversation', version, pricing)).toBe(has)
})

test('messages have a price each since July 2025', () => {
  expect(pricingModel(Date.UTC(2025, 6, 1) - 1)).toMatchObject({ model: 'CBP', typed: false })
  expect(pricingModel(Date.UTC(2025, 6, 1))).toMatchObject({ model: 'PMP', typed: true })
})
