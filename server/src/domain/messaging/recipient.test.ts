import { expect, test } from 'vitest'
import { MalformedRecipient, ParameterRequired } from '../catalogue.ts'
import { phoneDigits, readAddressee } from './recipient.ts'

const US = '15550783881'
const IN = '919876543210'
const DE = '4915112345678'

test.each([
  ['digits with country code', '16505551234', US, '16505551234'],
  ['a plus sign', '+16505551234', US, '16505551234'],
  ['punctuation', '+1 (650) 555-1234', US, '16505551234'],
  ['dots', '+49.151.1234.5678', US, '4915112345678'],
  ['the number of a test business', '15550783881', IN, '15550783881'],
  ['a test recipient, from anywhere', '16505551234', IN, '16505551234'],
  ['full digits, from another country', '16315552222', IN, '16315552222'],
  ['a national number, which gets the code of the business', '(631) 555-1234', IN, '916315551234'],
  ['a national number of the same country', '6505551234', US, '16505551234'],
  ['a national number with its trunk zero', '0151 12345678', DE, '4915112345678'],
  ['an international prefix of 00', '0049 151 12345678', US, '4915112345678'],
  ['a Mexican WhatsApp id with the old 1', '5215512345678', US, '5215512345678'],
  ['a Brazilian WhatsApp id without the ninth digit', '551187654321', US, '551187654321'],
  ['an Argentine WhatsApp id', '5491123456789', US, '5491123456789'],
])('the recipient may be written with %s', (_, input, sender, digits) => {
  expect(phoneDigits(input, sender)).toBe(digits)
})

test.each(['abc', '+', '', '12', '+123', '+1650555123x', '+12345678901234567', '123456', '+91987'])(
  '%j is no phone number',
  input => {
    expect(phoneDigits(input, US)).toBeUndefined()
  },
)

const refusalOf = (request: Parameters<typeof readAddressee>[0]) => {
  try {
    readAddressee(request, US)
  } catch (error) {
    return (error as { refusal: unknown }).refusal
  }
  return undefined
}

test('to wins over recipient, and a business-scoped user id is enough', () => {
  expect(readAddressee({ to: '+16505551234', recipient: 'US.13491208655302741918' }, US)).toEqual({
    kind: 'phone',
    input: '+16505551234',
    waId: '16505551234',
  })
  expect(readAddressee({ recipient: 'US.ENT.11815799212886844830' }, US)).toEqual({
    kind: 'user',
    input: 'US.ENT.11815799212886844830',
    userId: 'US.ENT.11815799212886844830',
  })
})

test('a group id is taken as it is', () => {
  expect(readAddressee({ to: 'Y2FwaV9ncm91cDo', recipient_type: 'group' }, US)).toEqual({
    kind: 'group',
    input: 'Y2FwaV9ncm91cDo',
    groupId: 'Y2FwaV9ncm91cDo',
  })
})

test('nobody is refused, and so is a malformed number or user id', () => {
  expect(refusalOf({})).toEqual(ParameterRequired('to'))
  expect(refusalOf({ to: '' })).toEqual(ParameterRequired('to'))
  expect(refusalOf({ to: '12ab' })).toEqual(MalformedRecipient)
  expect(refusalOf({ recipient: '13491208655302741918' })).toMatchObject({ code: 131009 })
  expect(refusalOf({ to: '16505551234', recipient_type: 'group' })).toMatchObject({ code: 131041 })
})
