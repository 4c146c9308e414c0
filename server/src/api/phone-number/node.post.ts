import { z } from 'zod'
import { CallbackVerificationFailed, InvalidParameter, ValueNotValid } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override */
export const MAX_OVERRIDE_URL = 200

export const updatePhoneNumber = operation({
  on: PhoneNumberNode,
  method: 'POST',
  name: 'updatePhoneNumber',
  summary: 'Change the two-step verification PIN, or send the webhooks of this number elsewhere.',
  docs: 'webhooks/override',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  params: z.looseObject({
    pin: z.string().optional().describe('Six digits; the old one is not asked for.'),
    webhook_configuration: z
      .looseObject({ override_callback_uri: z.string(), verify_token: z.string().optional() })
      .optional()
      .describe('An empty URI removes the override.'),
  }),
  returns: Success,
  refusals: [CallbackVerificationFailed(''), InvalidParameter()],
})
  .before(async ({ params, io }) => {
    const hook = params.webhook_configuration
    if (hook && hook.override_callback_uri.length > MAX_OVERRIDE_URL) {
      throw new Refused(InvalidParameter(`override_callback_uri must be at most ${MAX_OVERRIDE_URL} characters long.`))
    }
    if (hook && hook.override_callback_uri !== '') {
      const refusal = await io.verifyCallback({ url: hook.override_callback_uri, verifyToken: hook.verify_token ?? '' })
      if (refusal) throw new Refused(refusal)
    }
    if (params.pin !== undefined && !/^\d{6}$/.test(params.pin)) {
      throw new Refused(ValueNotValid('The PIN must have six digits.'))
    }
    return { hash: params.pin === undefined ? undefined : await io.hashPin(params.pin) }
  })
  .run(async ({ node: number, params, before, stage, now, record }) => {
    const changed = { ...number }
    if (before.hash !== undefined) changed.pin_hash = before.hash
    const hook = params.webhook_configuration
    if (hook) {
      delete changed.webhook
      if (hook.override_callback_uri !== '') {
        changed.webhook = { override_callback_uri: hook.override_callback_uri, verify_token: hook.verify_token ?? '' }
      }
    }
    stage.numbers.change(changed)
    record({ type: 'number.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
    return success
  })
