import { expect, test } from 'vitest'
import {
  BusinessBlockedUser,
  IdentityMismatch,
  MarketingStopped,
  MediaUploadFailed,
  PaymentIssue,
  SpamRateExceeded,
  ThroughputExceeded,
  Undeliverable,
  WindowClosed,
} from '../catalogue.ts'
import { statusError } from '../refusals.ts'
import { type CarryFacts, carryChecks, reaches } from './carry-checks.ts'
import { firstRefusal } from './check.ts'
import { SERVICE_WINDOW } from './window.ts'

const LAST = 1_750_000_000_000
const facts: CarryFacts = { customerExists: true, blockedByBusiness: false, lastReceivedAt: LAST }
const carry = (type: 'text' | 'template', changes: Partial<CarryFacts> = {}, now = LAST) =>
  firstRefusal(carryChecks, { type }, { ...facts, ...changes }, now)

test('a free-form message gets through until a day after the customer wrote', () => {
  expect(carry('text')).toBeUndefined()
  expect(carry('text', {}, LAST + SERVICE_WINDOW - 1)).toBeUndefined()
  expect(carry('text', {}, LAST + SERVICE_WINDOW)).toBe(WindowClosed)
  expect(carry('text', { lastReceivedAt: 0 })).toBe(WindowClosed)
})

test('a template gets through at any time', () => {
  expect(carry('template', { lastReceivedAt: 0 })).toBeUndefined()
})

test('nobody behind the number comes before everything else', () => {
  expect(carry('text', { customerExists: false, lastReceivedAt: 0 })).toBe(Undeliverable)
})

test('an account without credit and a number with limits send nothing', () => {
  expect(carry('template', { unfunded: true })).toBe(PaymentIssue)
  expect(carry('text', { numberStatus: 'RESTRICTED' })).toBe(SpamRateExceeded)
  expect(carry('text', { numberStatus: 'RATE_LIMITED' })).toBe(SpamRateExceeded)
  expect(carry('text', { numberStatus: 'CONNECTED' })).toBeUndefined()
})

test('a customer on the block list of the business gets nothing', () => {
  expect(carry('template', { blockedByBusiness: true })).toBe(BusinessBlockedUser)
})

test('a link that did not work is told in the words of the platform', () => {
  const mediaFault = 'Downloading media from weblink failed with http code 404, status message Not Found'
  expect(carry('text', { mediaFault })).toEqual(MediaUploadFailed(mediaFault))
})

test('a customer who blocked the business is simply not reached', () => {
  expect(reaches({ blocked: ['1'] }, '1')).toBe(false)
  expect(reaches({ blocked: ['1'] }, '2')).toBe(true)
})

test('a closed window reads like this in a webhook', () => {
  expect(statusError(WindowClosed)).toMatchObject({
    code: 131047,
    title: 'Re-engagement message',
    message: 'Re-engagement message',
    error_data: {
      details:
        'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    },
  })
})

test('who stopped marketing still gets everything else', () => {
  expect(carry('template', { category: 'MARKETING', marketingStopped: true })).toBe(MarketingStopped)
  expect(carry('template', { category: 'UTILITY', marketingStopped: true })).toBeUndefined()
  expect(carry('text', { marketingStopped: true })).toBeUndefined()
})

test.each([
  ['the key of the phone', 'DF2lS5v2W6x=', undefined],
  ['another key', 'Sjvjlx8G6Z0=', IdentityMismatch],
  ['a key of nobody', '', IdentityMismatch],
])('a message for %s', (_, recipient_identity_key_hash, refusal) => {
  const carried = { type: 'text', recipient_identity_key_hash } as const
  expect(firstRefusal(carryChecks, carried, { ...facts, identityKeyHash: 'DF2lS5v2W6x=' }, LAST)).toBe(refusal)
})

test('a throughput that was reached has other details in a webhook than in an answer', () => {
  expect(ThroughputExceeded.details).toBe('Cloud API message throughput has been reached.')
  expect(statusError(ThroughputExceeded)).toMatchObject({
    code: 130429,
    error_data: {
      details:
        'Message failed to send because there were too many messages sent from this phone number in a short period of time',
    },
  })
})
