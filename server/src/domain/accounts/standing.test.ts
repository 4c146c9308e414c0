import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AccountLocked, PolicyBlocked } from '../catalogue.ts'
import { DAY } from '../time.ts'
import { hangsOnWindow, numberBarred, sendBarred, templateBarred } from './barred.ts'
import type { Account } from './model.ts'
import {
  DECISIONS,
  inStanding,
  RESTRICTION_TYPES,
  type RestrictionType,
  restricted,
  restrictionsAt,
  type Standing,
  standingOf,
  standings,
} from './standing.ts'

const ACCOUNT: Account = {
  id: '102290129340398',
  name: 'Lucky Shrub',
  business_id: '506914307656634',
  timezone_id: '1',
  currency: 'USD',
  country: 'US',
  message_template_namespace: 'n',
  account_review_status: 'APPROVED',
  status: 'ACTIVE',
  created_at: 0,
}
const ALL = Object.keys(standings) as Standing[]
const under = (...types: RestrictionType[]): Account => ({
  ...ACCOUNT,
  restrictions: types.map(restriction_type => ({ restriction_type, expires_at: DAY })),
})

test.each(ALL)('an account that is put into %s is found there', standing => {
  expect(standingOf(inStanding(ACCOUNT, standing, DAY))).toBe(standing)
})

test('whatever is decided, in whatever order, an account stands where the documents know it to stand', () => {
  const step = fc.record({
    decision: fc.constantFrom(...DECISIONS),
    days: fc.integer({ min: 0, max: 40 }),
    types: fc.subarray([...RESTRICTION_TYPES], { minLength: 1 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      let account = ACCOUNT
      let now = 0
      for (const { decision, days, types } of steps) {
        now += days * DAY
        const before = standingOf(account)
        const next = standings[before][decision]
        if (!next) continue
        account = inStanding(account, next, now)
        if (decision === 'restrict') {
          const added = types.map(restriction_type => ({ restriction_type, expires_at: now + DAY }))
          account = { ...account, restrictions: restricted(account, added, now) }
        }
        expect(ALL).toContain(standingOf(account))
        expect(standingOf(account)).toBe(next)
        expect(['PENDING', 'APPROVED', 'REJECTED']).toContain(account.account_review_status)
        expect(account.status === 'DISABLED').toBe(next === 'BANNED' || next === 'DELETED')
        const kept = (account.restrictions ?? []).map(one => one.restriction_type)
        expect(new Set(kept).size).toBe(kept.length)
        const locked = next === 'BANNED' || next === 'REJECTED' || next === 'DELETED'
        expect(sendBarred(account, true, now) === AccountLocked).toBe(locked)
      }
    }),
  )
})

test.each<[Standing, unknown, unknown]>([
  ['IN_REVIEW', undefined, undefined],
  ['APPROVED', undefined, undefined],
  ['REJECTED', AccountLocked, PolicyBlocked],
  ['BAN_SCHEDULED', undefined, undefined],
  ['BANNED', AccountLocked, PolicyBlocked],
  ['DELETED', AccountLocked, PolicyBlocked],
])('in %s, sends are answered with %o and templates with %o', (standing, send, template) => {
  const account = inStanding(ACCOUNT, standing, DAY)
  expect(sendBarred(account, false, 0)).toBe(send)
  expect(templateBarred(account, 'MARKETING', 0)).toBe(template)
  expect(numberBarred(account, 0)).toBe(template)
})

test.each<[RestrictionType, boolean, unknown]>([
  ['RESTRICTED_BIZ_INITIATED_MESSAGING', false, PolicyBlocked],
  ['RESTRICTED_BIZ_INITIATED_MESSAGING', true, undefined],
  ['RESTRICTED_CUSTOMER_INITIATED_MESSAGING', true, PolicyBlocked],
  ['RESTRICTED_CUSTOMER_INITIATED_MESSAGING', false, undefined],
  ['RESTRICTED_UTILITY_TEMPLATES', false, undefined],
  ['RESTRICTED_USER_INITIATED_CALLING', true, undefined],
])('under %s, with an open window %s, a send is answered with %o', (type, open, refusal) => {
  expect(sendBarred(under(type), open, 0)).toBe(refusal)
})

test('only restrictions on messaging make a send look at its chat', () => {
  expect(RESTRICTION_TYPES.filter(type => hangsOnWindow(under(type), 0))).toEqual([
    'RESTRICTED_BIZ_INITIATED_MESSAGING',
    'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
  ])
})

test('a restriction is over at its very instant', () => {
  const account = under('RESTRICTED_UTILITY_TEMPLATES')
  expect(templateBarred(account, 'UTILITY', DAY - 1)).toBe(PolicyBlocked)
  expect(templateBarred(account, 'UTILITY', DAY)).toBeUndefined()
  expect(templateBarred(account, 'MARKETING', 0)).toBeUndefined()
  expect(restrictionsAt(account, DAY)).toEqual([])
})

test('no number is added under the restriction on that', () => {
  expect(numberBarred(under('RESTRICTED_ADD_PHONE_NUMBER_ACTION'), 0)).toBe(PolicyBlocked)
  expect(numberBarred(under('RESTRICTED_UTILITY_TEMPLATES'), 0)).toBeUndefined()
})
