import { InvalidParameter } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import type { Account } from './model.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/share-and-revoke-credit-lines */
export const CREDIT_CURRENCIES = ['AUD', 'EUR', 'GBP', 'IDR', 'INR', 'USD'] as const

/** What speaks against paying for an account with a credit: another one already does. */
export function fundable(account: Account, credentialId: string): Refusal | undefined {
  const { primary_funding_id: current } = account
  return current === undefined || current === credentialId
    ? undefined
    : InvalidParameter('A line of credit that is attached to a WhatsApp Business Account cannot be replaced.')
}

/** Time zone and currency are those of the bills: a credit fixes them. */
export const timezoneChangeable = (account: Account): Refusal | undefined =>
  account.primary_funding_id === undefined
    ? undefined
    : InvalidParameter('timezone_id cannot be changed once a line of credit is attached.')
