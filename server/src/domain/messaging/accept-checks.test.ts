import { expect, test } from 'vitest'
import {
  AccountLocked,
  AccountNotRegistered,
  HelloWorldOnlyFromTestNumbers,
  PairRateExceeded,
  RecipientIsSender,
  RecipientNotAllowed,
  ThroughputExceeded,
} from '../catalogue.ts'
import { type AcceptFacts, acceptChecks } from './accept-checks.ts'
import { firstRefusal } from './check.ts'
import type { MessageDraft } from './draft.ts'

const draft = (waId: string): MessageDraft => ({
  type: 'text',
  content: { body: 'Hello' },
  to: { kind: 'phone', input: `+${waId}`, waId },
  media: [],
})
const helloWorld: MessageDraft = {
  ...draft('16505551234'),
  type: 'template',
  content: { name: 'hello_world', language: { code: 'en_US' } },
}

const number: AcceptFacts['number'] = {
  name_status: 'APPROVED',
  digits: '15550783881',
  status: 'CONNECTED',
  registered_at: 1,
  is_test_number: true,
  enforce_recipients: true,
  recipients: ['16505551234', '525512345678'],
}
const judge = (subject: MessageDraft, changes: Partial<AcceptFacts['number']> = {}, exhausted: string[] = []) =>
  firstRefusal(acceptChecks, subject, { number: { ...number, ...changes }, exhausted: new Set(exhausted) }, 0)

test('a registered number writes to its recipients', () => {
  expect(judge(draft('16505551234'))).toBeUndefined()
})

test('a number that is not registered sends nothing, nor does one that is banned', () => {
  expect(judge(draft('16505551234'), { registered_at: undefined })).toBe(AccountNotRegistered)
  expect(judge(draft('16505551234'), { status: 'BANNED' })).toBe(AccountLocked)
})

test('a test number writes to its list only, and only while the list is enforced', () => {
  expect(judge(draft('16505559999'))).toBe(RecipientNotAllowed)
  expect(judge(draft('16505559999'), { recipients: undefined })).toBe(RecipientNotAllowed)
  expect(judge(draft('16505559999'), { enforce_recipients: false })).toBeUndefined()
  expect(judge(draft('16505559999'), { is_test_number: false })).toBeUndefined()
})

test('a recipient on the list may be written in either form of the number', () => {
  expect(judge(draft('5215512345678'))).toBeUndefined()
})

test('hello_world is for test numbers', () => {
  expect(judge(helloWorld)).toBeUndefined()
  expect(judge(helloWorld, { is_test_number: false })).toBe(HelloWorldOnlyFromTestNumbers)
})

test('nobody writes to themselves', () => {
  expect(judge(draft('15550783881'), { is_test_number: false })).toBe(RecipientIsSender)
})

test('limits without room say so, the throughput of the number first', () => {
  expect(judge(draft('16505551234'), {}, ['throughput', 'pair'])).toBe(ThroughputExceeded)
  expect(judge(draft('16505551234'), {}, ['pair'])).toBe(PairRateExceeded)
})
