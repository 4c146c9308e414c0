import { expect, test } from 'vitest'
import { SpamRateExceeded } from '../../src/domain/catalogue.ts'
import { earnedLimit } from '../../src/domain/messaging/messaging-limit.ts'
import { rules } from '../../src/domain/rules/index.ts'
import { fileWorld } from '../shared-world.ts'
import { hello } from '../world.ts'

const w = await fileWorld({
  seed: {
    business: { id: '506914307656634', name: 'Lucky Shrub', messaging_limit: 'TIER_250' },
    app: { name: 'Jaspers Market' },
    accounts: [
      {
        name: 'Lucky Shrub',
        phone_numbers: [{ phone: '+1 555-078-3881', verified_name: 'Lucky Shrub', test_number: true }],
        templates: [{ name: 'hello_world', components: [{ type: 'BODY', text: 'Welcome!' }] }],
      },
    ],
    customers: [{ phone: '+1 650-555-1234', name: 'Sheena Nelson' }],
  },
})

const ruleCalled = (name: string) => rules.find(rule => rule.name === name)
const reached = async () => (await w.control('GET', 'businesses/506914307656634/messaging_limit')).body.reached

test('D33: a message beyond the messaging limit fails with 131048', () => {
  expect(ruleCalled('within-messaging-limit')).toMatchObject({ stage: 'way', raises: SpamRateExceeded })
  expect(SpamRateExceeded.code).toBe(131048)
})

test('D34: a customer whose phone is off counts, and nobody does without a limit', async () => {
  await w.control('POST', `customers/${w.landline.customer}/offline`, {})
  await w.sends(hello)
  await w.advance('1s')
  expect(await reached()).toBe(1)
  await w.advance('24h')
  await w.control('POST', 'businesses/506914307656634/messaging_limit', { messaging_limit: 'TIER_UNLIMITED' })
  await w.sends(hello)
  await w.advance('1s')
  expect(await reached()).toBe(0)
})

test('D35: a verified portfolio that has not used half of 250 stays there', () => {
  const facts = {
    limit: 'TIER_250',
    verified: true,
    lowQuality: false,
    reachedLately: 124,
    reachedInMonth: 124,
  } as const
  expect(earnedLimit(facts)).toBeUndefined()
})

test('D36: the limit of marketing per person is off until somebody switches it on', () => {
  expect(ruleCalled('within-marketing-limit')?.usually).toBe('off')
})

test('D37: marketing reaches the United States until somebody switches the rule on', () => {
  expect(ruleCalled('marketing-reaches-country')?.usually).toBe('off')
})

test('D38: the usage headers count calls, and say nothing of time', async () => {
  const { headers } = await w.graph('GET', w.landline.phone_number_id)
  const [usage] = JSON.parse(headers.get('x-business-use-case-usage')!)[w.landline.waba_id]
  expect(usage).toMatchObject({ call_count: 1, total_cputime: 0, total_time: 0 })
})

test('D39: too many calls about an account are refused with 80007', () => {
  expect(ruleCalled('account-calls')?.raises.code).toBe(80007)
})
