import { expect, test } from 'vitest'
import { RequiredMissing, TemplateInvalid } from '../../catalogue.ts'
import { bindTemplate } from '../bind.ts'
import { bodyPart, button, buttons, refusalOf, text, URL_BUTTON } from '../bind-for-tests.ts'
import { body, sample } from '../samples-for-tests.ts'

const dynamic = sample([body('Hello'), buttons({ type: 'QUICK_REPLY', text: 'Stop' }, URL_BUTTON)])

test('buttons by their index, a number or its digits', () => {
  const filled = [
    { index: 0, type: 'QUICK_REPLY', text: 'Stop', payload: 'Stop' },
    { index: 1, type: 'URL', text: 'Shop', url: 'https://a.b/x' },
  ]
  expect(bindTemplate(dynamic, [button('URL', '1', text('x'))]).buttons).toEqual(filled)
  const payload = button('quick_reply', 0, { type: 'payload', payload: 'p' })
  expect(bindTemplate(dynamic, [button('url', 1, text('x')), payload]).buttons?.[0]?.payload).toBe('p')
})

const NEEDS_VALUE = RequiredMissing('buttons: Button at index 1 of type Url requires a parameter')
test.each([
  [[], NEEDS_VALUE],
  [[button('url', 1)], NEEDS_VALUE],
  [[button('url', 1, text(''))], NEEDS_VALUE],
  [[button('copy_code', 1, text('x'))], TemplateInvalid('buttons: Button at index 1 must be of type Url')],
  [[button('url', 0, text('x'))], TemplateInvalid('buttons: Button at index 0 must be of type QuickReply')],
  [[button('url', 2, text('x'))], TemplateInvalid('buttons: Button at index 2 does not exist in the template')],
])('faults of buttons: %j', (parts, refusal) => {
  expect(refusalOf(dynamic, parts)).toEqual(refusal)
})

test('a static URL takes nothing', () => {
  const fixed = sample([body('Hello'), buttons({ type: 'URL', text: 'Shop', url: 'https://a.b' })])
  expect(bindTemplate(fixed, undefined).buttons?.[0]?.url).toBe('https://a.b')
  expect(refusalOf(fixed, [button('url', 0, text('x'))])).toEqual(
    TemplateInvalid('buttons: Button at index 0 of type Url does not require parameters'),
  )
})

const coupon = (code: string) => button('copy_code', 0, { type: 'coupon_code', coupon_code: code })

test('coupon codes: 20 characters, 15 beside a limited-time offer', () => {
  const plain = sample([body('Hello'), buttons({ type: 'COPY_CODE' })])
  expect(bindTemplate(plain, [coupon('a'.repeat(20))]).buttons?.[0]).toMatchObject({
    text: 'Copy code',
    code: 'a'.repeat(20),
  })
  expect(refusalOf(plain, [coupon('a'.repeat(21))])?.code).toBe(132018)
  expect(refusalOf(plain)?.code).toBe(131008)
  const offer = sample([
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon over', has_expiration: true } },
    body('Hello'),
    buttons({ type: 'COPY_CODE' }),
  ])
  const end = {
    type: 'limited_time_offer',
    parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 5 } }],
  }
  expect(bindTemplate(offer, [coupon('a'.repeat(15)), end]).limited_time_offer).toEqual({
    text: 'Soon over',
    expiration_time_ms: 5,
  })
  expect(refusalOf(offer, [coupon('a'.repeat(16)), end])?.code).toBe(132018)
  expect(refusalOf(offer, [coupon('a')])).toEqual(RequiredMissing('limited_time_offer: expiration_time_ms is required'))
})

test('one-time passwords: 15 characters, in the body and behind the button', () => {
  const url = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}'
  const otp = sample([body('*{{1}}* is your verification code.'), buttons({ type: 'URL', text: 'Copy code', url })], {
    category: 'AUTHENTICATION',
  })
  const send = (code: string) => [bodyPart(text(code)), button('url', '0', text(code))]
  expect(bindTemplate(otp, send('123456')).buttons?.[0]).toMatchObject({ type: 'URL', code: '123456' })
  expect(refusalOf(otp, send('a'.repeat(15)))).toBeUndefined()
  expect(refusalOf(otp, send('a'.repeat(16)))).toEqual(
    TemplateInvalid('body: Parameter at index 1 exceeds the parameter length limit 15'),
  )
  expect(refusalOf(otp, [bodyPart(text('1')), coupon('1')])).toEqual(
    TemplateInvalid('buttons: Button at index 0 must be of type Url'),
  )
})

test('flows and catalogs need no action, product lists do', () => {
  expect(bindTemplate(sample([body('Hi'), buttons({ type: 'FLOW', text: 'Go' })]), undefined).buttons).toHaveLength(1)
  expect(bindTemplate(sample([body('Hi'), buttons({ type: 'CATALOG' })]), undefined).buttons).toHaveLength(1)
  const list = sample([body('Hi'), buttons({ type: 'MPM', text: 'View items' })])
  expect(refusalOf(list)?.code).toBe(131008)
  const send = (count: number) => [
    button('mpm', 0, {
      type: 'action',
      action: {
        sections: [
          { title: 'All', product_items: Array.from({ length: count }, () => ({ product_retailer_id: 'a' })) },
        ],
      },
    }),
  ]
  expect(refusalOf(list, send(30))).toBeUndefined()
  expect(refusalOf(list, send(31))?.code).toBe(131009)
  expect(refusalOf(list, send(0))?.code).toBe(131009)
})

test('call buttons work for 30 days at most', () => {
  const call = sample([body('Hi'), buttons({ type: 'VOICE_CALL', text: 'Call' })])
  const ttl = (minutes: number) => [button('voice_call', 0, { type: 'ttl_minutes', ttl_minutes: minutes })]
  expect(bindTemplate(call, ttl(43_200)).buttons?.[0]?.ttl_minutes).toBe(43_200)
  expect(refusalOf(call, ttl(43_201))?.code).toBe(131009)
  expect(refusalOf(call, ttl(0))?.code).toBe(131009)
})

test('what a tap sends back has 256 characters at most, 512 for calls', () => {
  const reply = sample([body('Hi'), buttons({ type: 'QUICK_REPLY', text: 'Stop' })])
  const call = sample([body('Hi'), buttons({ type: 'VOICE_CALL', text: 'Call' })])
  const payload = (length: number) => ({ type: 'payload', payload: 'a'.repeat(length) })
  expect(refusalOf(reply, [button('quick_reply', 0, payload(256))])).toBeUndefined()
  expect(refusalOf(reply, [button('quick_reply', 0, payload(257))])?.code).toBe(132018)
  expect(refusalOf(call, [button('voice_call', 0, payload(512))])).toBeUndefined()
  expect(refusalOf(call, [button('voice_call', 0, payload(513))])?.code).toBe(132018)
})

test('call buttons work for a minute at least', () => {
  const call = sample([body('Hi'), buttons({ type: 'VOICE_CALL', text: 'Call' })])
  expect(refusalOf(call, [button('voice_call', 0, { type: 'ttl_minutes', ttl_minutes: 1 })])).toBeUndefined()
})

test('product lists: 10 sections, titles of 24 characters', () => {
  const list = sample([body('Hi'), buttons({ type: 'MPM', text: 'View items' })])
  const send = (count: number, title = 'All') => {
    const section = { title, product_items: [{ product_retailer_id: 'a' }] }
    return [button('mpm', 0, { type: 'action', action: { sections: Array(count).fill(section) } })]
  }
  expect(refusalOf(list, send(10))).toBeUndefined()
  expect(refusalOf(list, send(11))?.code).toBe(131009)
  expect(refusalOf(list, send(1, 'a'.repeat(24)))).toBeUndefined()
  expect(refusalOf(list, send(1, 'a'.repeat(25)))?.code).toBe(131009)
})
