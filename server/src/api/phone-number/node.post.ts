import { z } from 'zod'
import {
  AccountNotRegistered,
  CallbackVerificationFailed,
  InvalidParameter,
  SubscribeBeforeOverride,
  ValueNotValid,
} from '../../domain/catalogue.ts'
import { MAX_DISPLAY_NAME, MIN_DISPLAY_NAME } from '../../domain/numbers/display-name.ts'
import { Refused } from '../../domain/refusals.ts'
import { appIdOf } from '../../graph/access.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { reviewNameLater } from '../../store/review-later.ts'
import { PhoneNumberNode } from './node.ts'
import { PIN } from './register.post.ts'
import { takeUsername } from './username.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override */
export const MAX_OVERRIDE_URL = 200

export const updatePhoneNumber = operation({
  on: PhoneNumberNode,
  method: 'POST',
  name: 'updatePhoneNumber',
  summary: 'Change PIN, display name, username or visibility, or send the webhooks of this number elsewhere.',
  docs: 'webhooks/override',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  params: z.looseObject({
    pin: z.string().optional().describe('Six digits; the old one is not asked for.'),
    webhook_configuration: z
      .looseObject({ override_callback_uri: z.string(), verify_token: z.string().optional() })
      .optional()
      .describe('An empty URI removes the override.'),
    new_display_name: z.string().min(MIN_DISPLAY_NAME).max(MAX_DISPLAY_NAME).optional().describe('Its review follows.'),
    search_visibility: z.enum(['VISIBLE', 'NON_VISIBLE', 'HIDDEN']).optional(),
    username: z.string().optional().describe('As POST /{number}/username has it.'),
    whatsapp_business_api_data: z
      .looseObject({ pin: z.string().optional() })
      .optional()
      .describe('Its pin counts; the rest is accepted and ignored.'),
    connection_status: z.string().optional().describe('Accepted and ignored: /register and /deregister change it.'),
  }),
  returns: Success,
  refusals: [CallbackVerificationFailed(''), InvalidParameter(), SubscribeBeforeOverride, AccountNotRegistered],
})
  .before(async ({ node: number, params, caller, io, read }) => {
    const hook = params.webhook_configuration
    const pin = params.pin ?? params.whatsapp_business_api_data?.pin
    if (hook && hook.override_callback_uri.length > MAX_OVERRIDE_URL) {
      throw new Refused(InvalidParameter(`override_callback_uri must be at most ${MAX_OVERRIDE_URL} characters long.`))
    }
    if (hook && hook.override_callback_uri !== '') {
      const subscribed = await read.subscribedApps.find(`${number.account_id}/${appIdOf(caller)}`)
      if (!subscribed) throw new Refused(SubscribeBeforeOverride)
      const refusal = await io.verifyCallback({ url: hook.override_callback_uri, verifyToken: hook.verify_token ?? '' })
      if (refusal) throw new Refused(refusal)
    }
    if (pin !== undefined && !PIN.test(pin)) {
      throw new Refused(ValueNotValid('The PIN must have six digits.'))
    }
    return { hash: pin === undefined ? undefined : await io.hashPin(pin) }
  })
  .run(async call => {
    const { node: number, params, before, read, stage, now, record } = call
    const changed = { ...number }
    const scene = { at: now, account_id: number.account_id, phone_number_id: number.id }
    if (before.hash !== undefined) {
      changed.pin_hash = before.hash
      delete changed.pin_guesses
    }
    const hook = params.webhook_configuration
    if (hook) {
      const app_id = appIdOf(call.caller)
      const { [app_id]: _, ...others } = number.webhooks ?? {}
      const { override_callback_uri, verify_token = '' } = hook
      changed.webhooks =
        override_callback_uri === '' ? others : { ...others, [app_id]: { override_callback_uri, verify_token } }
    }
    if (params.new_display_name !== undefined) {
      changed.new_display_name = params.new_display_name
      changed.new_name_status = 'PENDING_REVIEW'
      reviewNameLater(call, number.id)
      record({ type: 'number.name_requested', ...scene, requested_verified_name: params.new_display_name })
    }
    if (params.search_visibility) {
      changed.search_visibility = params.search_visibility === 'VISIBLE' ? 'VISIBLE' : 'NON_VISIBLE'
    }
    const { username } = params
    if (username !== undefined) {
      if (number.registered_at === undefined) throw new Refused(AccountNotRegistered)
      await takeUsername(read, stage, changed, username, 'none')
      record({ type: 'number.username_changed', ...scene, username })
    }
    stage.numbers.change(changed)
    record({ type: 'number.changed', ...scene })
    return success
  })
