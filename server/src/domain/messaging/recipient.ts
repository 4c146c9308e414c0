import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'
import { GroupUnknown, MalformedRecipient, ParameterRequired, ValueNotValid } from '../catalogue.ts'
import { Refused } from '../refusals.ts'
import type { Addressee } from './draft.ts'
import { waIdVariants } from './wa-id.ts'

/** Digits of an international number, E.164. */
const MAX_DIGITS = 15
const MIN_DIGITS = 7

/** What people put between the digits of a number. */
const PUNCTUATION = /[\s().\-\u00a0\u2010-\u2015/]/g

/**
 * A business-scoped user id, or the parent one that several portfolios share.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/

export const isUserId = (text: string): boolean => USER_ID.test(text)

interface Recipient {
  to?: string
  recipient?: string
  recipient_type?: 'individual' | 'group'
}

/** Whom a request addresses; `to` wins where both are given. Throws Refused when that is nobody. */
export function readAddressee(request: Recipient, senderDigits: string): Addressee {
  if (request.to) {
    if (request.recipient_type === 'group') return { kind: 'group', input: request.to, groupId: groupId(request.to) }
    const waId = phoneDigits(request.to, senderDigits)
    if (waId === undefined) throw new Refused(MalformedRecipient)
    return { kind: 'phone', input: request.to, waId }
  }
  if (!request.recipient) throw new Refused(ParameterRequired('to'))
  if (!USER_ID.test(request.recipient)) {
    throw new Refused(ValueNotValid('The recipient is not a business-scoped user ID.'))
  }
  return { kind: 'user', input: request.recipient, userId: request.recipient }
}

/** Group ids are opaque, but never the number of a phone. */
function groupId(input: string): string {
  if (/^\+?\d{7,15}$/.test(input)) throw new Refused(GroupUnknown)
  return input
}

/**
 * The international digits of a number in almost any format, or undefined. Digits that already are a number of the
 * world are taken as one; otherwise the country code of the business number is put in front. A number in no plan that
 * libphonenumber knows is accepted when its length is right, because test numbers are not in any.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export function phoneDigits(input: string, senderDigits: string): string | undefined {
  const key = `${senderDigits} ${input}`
  const known = read.get(key)
  if (known !== undefined || read.has(key)) return known
  const digits = parseDigits(input, senderDigits)
  if (read.size >= READ_KEPT) read.clear()
  read.set(key, digits)
  return digits
}

/** Reading a number costs more than the rest of a send, and the same customers are written to again and again. */
const READ_KEPT = 50_000
const read = new Map<string, string | undefined>()

function parseDigits(input: string, senderDigits: string): string | undefined {
  const compact = input.trim().replace(PUNCTUATION, '')
  const international = /^(?:\+|00)/.test(compact)
  const digits = compact.replace(/^(?:\+|00)/, '')
  if (!/^\d+$/.test(digits) || digits.length > MAX_DIGITS || digits.length < MIN_DIGITS) return undefined
  if (international) return isPossible(digits) ? digits : undefined
  if (isValid(digits)) return digits
  const national = withCountryOf(senderDigits, digits)
  if (national && isValid(national)) return national
  if (isPossible(digits)) return digits
  return national && isPossible(national) ? national : undefined
}

/** Test numbers lie in the area code or exchange 555 of North America, which no plan calls valid. */
const FICTITIOUS = /^1(?:555\d{3}|[2-9]\d{2}555)\d{4}$/

const isValid = (digits: string): boolean =>
  FICTITIOUS.test(digits) || waIdVariants(digits).some(variant => parsed(variant)?.isValid() === true)

const isPossible = (digits: string): boolean =>
  FICTITIOUS.test(digits) || waIdVariants(digits).some(variant => parsed(variant)?.isPossible() === true)

const parsed = (digits: string) => parsePhoneNumberFromString(`+${digits}`)

function withCountryOf(senderDigits: string, digits: string): string | undefined {
  const sender = parsed(senderDigits)
  if (!sender) return undefined
  const country: CountryCode | undefined = sender.country
  const number = country
    ? parsePhoneNumberFromString(digits, country)
    : parsed(`${sender.countryCallingCode}${digits.replace(/^0+/, '')}`)
  return number?.number.slice(1)
}
