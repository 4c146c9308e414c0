import { beforeEach, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'

const w = await fileWorld()
beforeEach(() => w.control('POST', 'world/reset', {}))

const business = (method: string, edge: string, body?: object) =>
  w.graph(method, `${w.landline.business_id}/${edge}`, body)
const added = async () => (await business('POST', 'add_phone_numbers', { phone_number: '+1 (650) 555-0100' })).body.id
const ask = (id: string) => w.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'en_US' })
const enter = (id: string, code: string) => w.graph('POST', `${id}/verify_code`, { code })
const code = async () => (await w.control('GET', 'sms')).body.data[0].code
const verified = async () => {
  const id = await added()
  await ask(id)
  await enter(id, await code())
  return id
}
const claim = (preverified_id: string, phone_number = '6505550100') =>
  w.graph('POST', `${w.landline.waba_id}/phone_numbers`, {
    cc: '1',
    phone_number,
    verified_name: 'Jaspers Market',
    preverified_id,
  })

test('a partner verifies a number, and an account claims it', async () => {
  const id = await added()
  expect((await w.graph('GET', id)).body).toMatchObject({
    id,
    phone_number: '+16505550100',
    code_verification_status: 'NOT_VERIFIED',
    country_prefix: 1,
  })
  expect((await ask(id)).body).toEqual({ success: true })
  expect((await enter(id, await code())).body).toEqual({ success: true })
  expect((await business('GET', 'preverified_numbers?code_verification_status=VERIFIED')).body.data).toMatchObject([
    { id, code_verification_status: 'VERIFIED' },
  ])
  const number = (await claim(id)).body.id
  expect((await w.graph('GET', `${number}?fields=code_verification_status,status`)).body).toEqual({
    code_verification_status: 'VERIFIED',
    status: 'PENDING',
    id: number,
  })
  expect((await w.graph('GET', id)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
  await w.advance('89d')
  const pin = { messaging_product: 'whatsapp', pin: '123456' }
  expect((await w.graph('POST', `${number}/register`, pin)).body).toEqual({ success: true })
})

test('a claimed number that is not registered within 90 days has to be verified again', async () => {
  const number = (await claim(await verified())).body.id
  await w.advance('90d')
  expect((await w.graph('GET', `${number}?fields=code_verification_status`)).body.code_verification_status).toBe(
    'EXPIRED',
  )
})

test('codes have their own refusals here', async () => {
  const id = await added()
  const sentence = async (answer: Promise<{ body: { error: { code: number; message: string } } }>) => {
    const { error } = (await answer).body
    return `${error.code} ${error.message}`
  }
  expect(await sentence(enter(id, '123456'))).toBe('100 (#100) The verification code is invalid')
  await ask(id)
  expect(await sentence(ask(id))).toBe(
    '613 (#613) Too many verification code requests. Please wait before requesting another code',
  )
  expect(await sentence(enter(id, 'rye'))).toBe('100 (#100) Invalid parameter: code must be a numeric string')
  const sent = await code()
  await w.advance('10m')
  expect(await sentence(enter(id, sent))).toBe('100 (#100) The verification code has expired')
  await ask(id)
  await enter(id, await code())
  expect(await sentence(ask(id))).toBe('100 (#100) This phone number has already been verified')
  expect(await sentence(enter(id, '123456'))).toBe('100 (#100) This phone number is already verified')
})

test('a verification lasts 90 days and is renewed in the last 45', async () => {
  const id = await verified()
  await w.advance('44d')
  expect((await ask(id)).body.error).toMatchObject({ code: 100 })
  await w.advance('1d')
  expect((await ask(id)).body).toEqual({ success: true })
  await w.advance('45d')
  expect((await w.graph('GET', id)).body.code_verification_status).toBe('EXPIRED')
  expect((await claim(id)).body.error.message).toBe('(#100) The pre-verified phone number is not verified')
})

test('a number that is never verified is forgotten after 90 days', async () => {
  const id = await added()
  await w.advance('90d')
  expect((await w.graph('GET', id)).body.error).toMatchObject({ code: 100, error_subcode: 33 })
})

test('only the number that was verified is claimed', async () => {
  const id = await verified()
  expect((await claim(id, '6505550101')).body.error.message).toMatch(/another one than phone_number/)
  expect((await claim('1234567890123456')).body.error.message).toMatch(/was not found/)
})

test('a number is there once, and can be taken off the list', async () => {
  const id = await added()
  expect((await business('POST', 'add_phone_numbers', { phone_number: '+16505550100' })).body.error.code).toBe(100)
  expect((await business('POST', 'add_phone_numbers', { phone_number: '12' })).body.error.message).toBe(
    '(#100) Invalid phone number',
  )
  expect((await w.graph('DELETE', id)).body).toEqual({ success: true })
  expect((await business('GET', 'preverified_numbers')).body.data).toEqual([])
})

test('there is nobody to share with but businesses that are there', async () => {
  const preverified_id = await added()
  const share = (changes: object) =>
    business('POST', 'share_preverified_numbers', {
      preverified_id,
      partner_business_id: '9876543210987654',
      ...changes,
    })
  expect((await share({})).body.error.message).toBe(
    '(#100) Invalid partner_business_id: business not found or not accessible',
  )
  expect((await share({ preverified_id: 'rye' })).body.error.message).toBe(
    '(#100) Invalid preverified_id: must be a valid numeric string',
  )
  expect((await share({ preverified_id: '7' })).body.error.message).toBe('(#100) Pre-verified phone number not found')
  const { body } = await business('DELETE', 'share_preverified_numbers', { preverified_id, partner_business_id: '1' })
  expect(body.error.message).toBe('(#100) Pre-verified phone number is not shared with the target business')
  expect((await w.graph('GET', `${preverified_id}/partners`)).body).toEqual({ data: [] })
})

test('a number is shared with a partner, and with nobody any more', async () => {
  const preverified_id = await verified()
  const partner = (await w.control('POST', 'businesses', { name: 'Jaspers Market' })).body
  const body = { preverified_id, partner_business_id: partner.id }
  expect((await business('POST', 'share_preverified_numbers', body)).body).toEqual({ success: true })
  expect((await w.graph('GET', `${preverified_id}/partners?fields=id,name`)).body.data).toEqual([
    { id: partner.id, name: 'Jaspers Market' },
  ])
  expect((await business('POST', 'share_preverified_numbers', body)).body.error.message).toBe(
    '(#100) Pre-verified phone number is already shared with the target business',
  )
  expect((await business('DELETE', 'share_preverified_numbers', body)).body).toEqual({ success: true })
  expect((await w.graph('GET', `${preverified_id}/partners`)).body.data).toEqual([])
})
