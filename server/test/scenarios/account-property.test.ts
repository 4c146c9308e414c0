import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RESTRICTION_TYPES } from '../../src/domain/accounts/standing.ts'
import { fileWorld } from '../shared-world.ts'
import { hello } from '../world.ts'

/* Whatever is decided and however the clock moves, an account reads as the documents know accounts, and never fails. */
const w = await fileWorld()

const step = fc.oneof(
  fc.record({
    edge: fc.constant('review'),
    body: fc.record({ decision: fc.constantFrom('approve', 'reject', 'pend', 'defer') }),
  }),
  fc.record({
    edge: fc.constant('restrict'),
    body: fc.record({
      types: fc.subarray([...RESTRICTION_TYPES], { minLength: 1 }),
      days: fc.constantFrom(0.5, 1, 5, 30),
    }),
  }),
  fc.record({ edge: fc.constant('ban'), body: fc.constantFrom({}, { in_days: 1 }, { in_days: 7 }) }),
  fc.record({ edge: fc.constant('reinstate'), body: fc.constant({}) }),
  fc.record({ advance: fc.constantFrom('1h', '12h', '1d', '6d') }),
)

test('no order of decisions and no move of the clock leads to a state that is not documented', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async steps => {
      await w.control('POST', 'world/reset', {})
      const account = w.landline.waba_id
      for (const one of steps) {
        if ('advance' in one) await w.advance(one.advance)
        else expect([200, 400]).toContain((await w.control('POST', `accounts/${account}/${one.edge}`, one.body)).status)
        const { body } = await w.graph('GET', `${account}?fields=status,account_review_status,health_status`)
        expect(['ACTIVE', 'DISABLED']).toContain(body.status)
        expect(['PENDING', 'APPROVED', 'REJECTED']).toContain(body.account_review_status)
        const sent = await w.sends(hello)
        const code = sent.status === 200 ? 200 : sent.body.error.code
        expect([200, 368, 131031]).toContain(code)
        const locked = body.status === 'DISABLED' || body.account_review_status === 'REJECTED'
        if (body.health_status.can_send_message === 'BLOCKED') expect(code).toBe(131031)
        if (code === 131031) expect(locked).toBe(true)
        if (code === 368) expect(body.health_status.can_send_message).toBe('LIMITED')
        await w.advance('6s')
      }
    }),
    { numRuns: 15 },
  )
})
