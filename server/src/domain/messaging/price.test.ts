import { expect, test } from 'vitest'
import { type PricingCategory, price, pricingCategory, WINDOW_BILLED_FROM } from './price.ts'

const BEFORE = WINDOW_BILLED_FROM - 1
const AFTER = WINDOW_BILLED_FROM

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
  const windows = { serviceWindowOpen: window !== 'none', freeEntryWindowOpen: window === 'entry' }
  expect(price({ category, at, ...windows })).toEqual({ category, billable, pricing_type })
})

test('a template is charged by its category, everything else is a service message', () => {
  expect(pricingCategory({ category: 'UTILITY' })).toBe('utility')
  expect(pricingCategory()).toBe('service')
})
