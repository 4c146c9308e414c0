import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/world.ts'
import { type NumberStatus, numberLife, numberVerification } from '../../domain/numbers/life.ts'

let w: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  w = await world({ randomSeed: 'life' })
})
afterAll(() => w.landline.close())

const STEPS = [
  'request_code',
  'verify_right',
  'verify_wrong',
  'register',
  'register_wrong_pin',
  'deregister',
  'remove',
  'restrict',
  'limit',
  'ease',
  'ban',
  'reinstate',
  'a minute',
  'fifteen days',
] as const
type Step = (typeof STEPS)[number]

const PIN = '123456'

async function take(id: string, step: Step): Promise<void> {
  const post = (edge: string, body: object) => w.graph('POST', `${id}/${edge}`, body)
  switch (step) {
    case 'request_code':
      return void (await post('request_code', { code_method: 'SMS', language: 'en_US' }))
    case 'verify_right': {
      const [sms] = (await w.control('GET', 'sms?to=16505550100')).body.data
      return void (await post('verify_code', { code: sms?.code ?? '123456' }))
    }
    case 'verify_wrong':
      return void (await post('verify_code', { code: 'wrong' }))
    case 'register':
      return void (await post('register', { messaging_product: 'whatsapp', pin: PIN }))
    case 'register_wrong_pin':
      return void (await post('register', { messaging_product: 'whatsapp', pin: '000000' }))
    case 'deregister':
      return void (await post('deregister', {}))
    case 'remove':
      return void (await w.control('DELETE', `numbers/${id}`, { pin: PIN }))
    case 'a minute':
      return void (await w.advance('61s'))
    case 'fifteen days':
      return void (await w.advance('15d'))
    default:
      return void (await w.control('POST', `numbers/${id}/status`, { measure: step }))
  }
}

interface State {
  status: NumberStatus
  code_verification_status: keyof typeof numberVerification.moves
  platform_type: string
  is_pin_enabled: boolean
}

async function stateOf(id: string): Promise<State> {
  const { status, body } = await w.graph(
    'GET',
    `${id}?fields=status,code_verification_status,platform_type,is_pin_enabled`,
  )
  if (status === 200) return body
  expect(body.error).toMatchObject({ code: 100, error_subcode: 33 })
  return {
    status: 'DELETED',
    code_verification_status: 'NOT_VERIFIED',
    platform_type: 'NOT_APPLICABLE',
    is_pin_enabled: false,
  }
}

/** Statuses that a registered number can have. */
const ON_PLATFORM: readonly NumberStatus[] = ['CONNECTED', 'RESTRICTED', 'RATE_LIMITED', 'BANNED']

test('whatever is done, and however long it takes, a number only makes the moves of its table', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 25 }), async steps => {
      await w.control('POST', 'world/reset', {})
      const number = { cc: '1', phone_number: '6505550100', verified_name: 'Jaspers Market' }
      const { id } = (await w.graph('POST', `${w.landline.waba_id}/phone_numbers`, number)).body
      let before = await stateOf(id)
      for (const step of steps) {
        await take(id, step)
        const after = await stateOf(id)
        if (after.status === before.status && after.code_verification_status === before.code_verification_status)
          continue
        const moves: readonly unknown[] = Object.values(numberLife.moves[before.status])
        expect(
          after.status === before.status || moves.includes(after.status),
          `${before.status} ${step} ${after.status}`,
        ).toBe(true)
        if (after.status === 'DELETED') return
        const known: readonly unknown[] = Object.values(numberVerification.moves[before.code_verification_status])
        const verification = after.code_verification_status
        expect(verification === before.code_verification_status || known.includes(verification)).toBe(true)
        expect(ON_PLATFORM.includes(after.status)).toBe(after.platform_type === 'CLOUD_API')
        if (after.status === 'CONNECTED')
          expect(after).toMatchObject({ code_verification_status: 'VERIFIED', is_pin_enabled: true })
        before = after
      }
    }),
    { numRuns: 40, seed: 47 },
  )
}, 120_000)
