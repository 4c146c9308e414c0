import type { PhoneNumber } from './model.ts'

/*
 * `filtering` of an account's numbers.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 */
export const NUMBER_FILTERS = ['account_mode', 'is_official_business_account'] as const

export interface NumberFilter {
  field: (typeof NUMBER_FILTERS)[number]
  operator: 'EQUAL'
  value: string | boolean
}

export const passes = (number: PhoneNumber, filters: readonly NumberFilter[]): boolean =>
  filters.every(({ field, value }) => String(held(number, field)) === String(value))

const held = (number: PhoneNumber, field: NumberFilter['field']) =>
  field === 'account_mode' ? number.account_mode : number.official_account?.status === 'APPROVED'

/** Oldest first, in either of its two spellings, with or without a list around it. */
export const asksAscending = (sort: string): boolean => /last_onboarded_time(_ascending|\.asc)\b/.test(sort)
