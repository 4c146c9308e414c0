import { expect, test } from 'vitest'
import { type PricingCategory, price, pricingCategory } from './price.ts'

const zone = 'America/Los_Angeles'
/** Midnight of October 1, 2026 in California. */
const AFTER = Date.UTC(2026, 9, 1, 7)
const BEFORE = AFTER - 1

test.each<[PricingCategory, number, 'service' | 'entry' | 'none', boolean, string]>([
  ['marketing', BEFORE, 'service', true, 'regular'],
  ['marketing', BEFORE, 'none', true, 'regular'],
  ['marketing', BEFORE, 'entry', false, 'free_entry_point'],
  ['utility', BEFORE, 'service', false, 'free_customer_service'],
  ['utility', BEFORE, 'none', true, 'regular'],
  ['utility', AFTER, 'service', true, 'regular'],
  ['utility', AFTER, 'entry', false, 'free_entry_point'],
  ['authentication', BEFORE, 'service', true, 'regular'],
  ['authentication', AFTER, 'entry', false, 'free_entry_point'],
  ['service', BEFORE, 'service', false, 'free_customer_service'],
  ['service', AFTER, 'service', true, 'regular'],
  ['service', AFTER, 'entry', false, 'free_entry_point'],
])('a %s message at %d with window %s: billable %s, %s', (category, at, window, billable, pricing_type) => {
  const windows = { serviceWindowOpen: window !== 'none', freeEntryWindowOpen: window === 'entry', zone }
  expect(price({ category, at, ...windows })).toEqual({ category, billable, pricing_type })
})

test.each<[string, number]>([
  ['UTC', Date.UTC(2026, 9, 1)],
  ['Asia/Kolkata', Date.UTC(2026, 8, 30, 18, 30)],
  ['America/Sao_Paulo', Date.UTC(2026, 9, 1, 3)],
])('in %s windows are billed from midnight there', (zone, midnight) => {
  const message = { category: 'service', serviceWindowOpen: true, freeEntryWindowOpen: false, zone } as const
  expect(price({ ...message, at: midnight - 1 }).billable).toBe(false)
  expect(price({ ...message, at: midnight }).billable).toBe(true)
})

test('a template is charged by its category, everything else is a service message', () => {
  expect(pricingCategory({ category: 'UTILITY' })).toBe('utility')
  expect(pricingCategory()).toBe('service')
})
