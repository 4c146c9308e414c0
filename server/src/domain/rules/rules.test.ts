import { describe, expect, test } from 'vitest'
import { RecipientNotAllowed, WindowClosed } from '../catalogue.ts'
import { acceptChecks, recipientAllowed } from '../messaging/accept-checks.ts'
import { carryChecks, windowOpenOrTemplate } from '../messaging/carry-checks.ts'
import { draftChecks } from '../messaging/draft-checks.ts'
import { draftRules } from './draft-rules.ts'
import { type Fault, faultFor } from './fault.ts'
import { firstRaised, modeOfCheck, rules } from './index.ts'
import { emptyRulebook, type Mode, type Rulebook } from './rulebook.ts'
import { sendRules } from './send-rules.ts'
import { wayRules } from './way-rules.ts'

const NUMBER = '106540352242922'
const WINDOW = 'window-open-or-template'

test('every check of sending has its rule, in the order of its list', () => {
  expect([...draftRules.keys()]).toEqual([...draftChecks])
  expect([...sendRules.keys()]).toEqual([...acceptChecks])
  expect([...wayRules.keys()]).toEqual([...carryChecks])
})

test('no two rules have the same name, and each says where it is written', () => {
  const names = rules.map(rule => rule.name)
  expect(new Set(names).size).toBe(names.length)
  for (const rule of rules) {
    expect(rule.name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(rule.source).toMatch(/^[\w-]+(\/[\w-]+)*$/)
    expect(rule.summary).toMatch(/\.$/)
  }
})

const switchedTo = (mode: Mode, number?: Mode): Rulebook => ({
  ...emptyRulebook(),
  world: { [WINDOW]: mode },
  numbers: number === undefined ? {} : { [NUMBER]: { [WINDOW]: number } },
})
const text = (rulebook: Rulebook | undefined, lastReceivedAt: number) =>
  firstRaised(
    carryChecks,
    rulebook,
    NUMBER,
    { type: 'text' },
    { customerExists: true, blockedByBusiness: false, lastReceivedAt },
    1_000,
  )

describe('a rule', () => {
  test.each<[string, Rulebook | undefined, boolean, boolean]>([
    ['decides while nobody has changed anything', undefined, false, true],
    ['decides when it is on', switchedTo('on'), false, true],
    ['says nothing when it is off', switchedTo('off'), false, false],
    ['objects to everything when it always does', switchedTo('always'), true, true],
    ['is off for one number', switchedTo('always', 'off'), false, false],
    ['is on for one number', switchedTo('off', 'on'), false, true],
  ])('%s', (_, rulebook, whileOpen, whileClosed) => {
    expect(text(rulebook, 999)).toBe(whileOpen ? WindowClosed : undefined)
    expect(text(rulebook, 0)).toBe(whileClosed ? WindowClosed : undefined)
  })

  test('is unchanged for another number', () => {
    expect(modeOfCheck(windowOpenOrTemplate, switchedTo('on', 'off'), '1')).toBe('on')
    expect(modeOfCheck(windowOpenOrTemplate, switchedTo('on', 'off'), NUMBER)).toBe('off')
  })

  test('keeps its place when it always objects', () => {
    const rulebook = { ...emptyRulebook(), world: { 'recipient-allowed': 'always' as const } }
    const place = [...sendRules.values()].findIndex(rule => rule.raises === RecipientNotAllowed)
    expect(acceptChecks[place]).toBe(recipientAllowed)
    const number = { digits: '1', name_status: 'APPROVED', status: 'CONNECTED', is_test_number: false } as const
    const draft = {
      type: 'text',
      content: { body: 'x' },
      media: [],
      to: { kind: 'phone', input: '2', waId: '2' },
    } as const
    const judge = (registered_at?: number) =>
      firstRaised(
        acceptChecks,
        rulebook,
        NUMBER,
        { ...draft, media: [] },
        {
          number: { ...number, ...(registered_at === undefined ? {} : { registered_at }) },
          exhausted: new Set<string>(),
        },
        0,
      )
    expect(judge(1)).toBe(RecipientNotAllowed)
    expect(judge()?.code).toBe(133010)
  })
})

describe('an error that was asked for', () => {
  const fault = (more: Partial<Fault>): Fault => ({
    id: '1',
    refusal: WindowClosed,
    when: 'later',
    operation: 'sendMessage',
    created_at: 0,
    ...more,
  })
  const subject = { when: 'later', operation: 'sendMessage', customers: ['16505551234'], node_id: NUMBER } as const
  const NONE: ReadonlySet<string> = new Set()

  test.each<[string, Partial<Fault>, boolean]>([
    ['concerns everybody', {}, true],
    ['concerns its customer', { customer_id: '16505551234' }, true],
    ['does not concern another customer', { customer_id: '16505559999' }, false],
    ['concerns its number', { node_id: NUMBER }, true],
    ['does not concern another number', { node_id: '1' }, false],
    ['comes at its own time', { when: 'now' }, false],
    ['concerns its operation', { operation: 'createTemplate' }, false],
  ])('%s', (_, more, concerned) => {
    expect(faultFor([fault(more)], subject, NONE)).toEqual(concerned ? fault(more) : undefined)
  })

  test('gives way to the next when it is used up', () => {
    const both = [fault({ id: '1' }), fault({ id: '2' })]
    expect(faultFor(both, subject, new Set(['fault/1']))?.id).toBe('2')
    expect(faultFor(both, subject, new Set(['fault/1', 'fault/2']))).toBeUndefined()
  })
})
