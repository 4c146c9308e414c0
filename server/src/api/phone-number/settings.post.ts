import type { z } from 'zod'
import {
  CallingLimitTooLow,
  CallingNobodyListens,
  InvalidParameter,
  OneFeature,
  Param,
} from '../../domain/catalogue.ts'
import {
  type CallingFacts,
  type CallingSettings,
  callHoursRefusal,
  DEFAULT_CALLING,
  enableRefusal,
  voicemailRefusal,
} from '../../domain/numbers/calling-settings.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { NumberSettings, StorageConfiguration } from '../../domain/numbers/settings.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { PhoneNumberNode } from './node.ts'
import { changedEncryption } from './payload-encryption.ts'
import { Settings } from './settings-params.ts'

const FEATURES = ['calling', 'user_identity_change', 'payload_encryption', 'storage_configuration'] as const

export const updateSettings = operation({
  on: PhoneNumberNode,
  edge: 'settings',
  method: 'POST',
  name: 'updateSettings',
  summary: 'Change one feature of the number: calling, identity check, payload encryption or storage.',
  docs: 'calling/call-settings',
  access: ['whatsapp_business_management'],
  params: Settings,
  returns: Success,
  refusals: [OneFeature, CallingLimitTooLow, CallingNobodyListens, InvalidParameter(), Param('')],
})
  .before(
    async ({ node, params: { payload_encryption: asked }, io }) => asked && (await changedEncryption(node, asked, io)),
  )
  .run(async ({ node: number, params, before, read, stage, now, record }) => {
    if (FEATURES.filter(name => params[name] !== undefined).length !== 1) throw new Refused(OneFeature)
    const scene = { at: now, account_id: number.account_id, phone_number_id: number.id }
    const settings: NumberSettings = { ...number.settings }
    if (params.calling) {
      settings.calling = await changedCalling(read, number, params.calling as Partial<CallingSettings>, now)
      if (differs(settings.calling, number.settings?.calling ?? DEFAULT_CALLING)) {
        record({ type: 'number.calling_changed', ...scene, calling: settings.calling })
      }
    }
    if (before) settings.encryption = before
    if (params.storage_configuration) settings.storage = storage(number, params.storage_configuration)
    const asked = params.user_identity_change
    const identity = asked ? { identity_check: identityCheck(asked) } : {}
    stage.numbers.change({ ...number, ...identity, settings })
    record({ type: 'number.changed', ...scene })
    return success
  })

/** Members that are left out stay as they are; `call_hours` is replaced as a whole. */
async function changedCalling(
  read: Read,
  number: PhoneNumber,
  asked: Partial<CallingSettings>,
  now: number,
): Promise<CallingSettings> {
  const before = number.settings?.calling ?? DEFAULT_CALLING
  const wanted = { ...before, ...asked }
  const turnsOn = asked.status === 'ENABLED' && before.status !== 'ENABLED'
  const refusal =
    (asked.call_hours && callHoursRefusal(asked.call_hours, now)) ??
    (asked.voicemail && voicemailRefusal(asked.voicemail)) ??
    (turnsOn ? enableRefusal(wanted, await callingFacts(read, number)) : undefined)
  if (refusal) throw new Refused(refusal)
  return wanted
}

async function callingFacts(read: Read, number: PhoneNumber): Promise<CallingFacts> {
  const account = await read.accounts.find(number.account_id)
  const business = account && (await read.businesses.find(account.business_id))
  const apps = await Promise.all(
    (await read.subscribedApps.ofAccount(number.account_id)).map(({ app_id }) => read.apps.find(app_id)),
  )
  const subscriptions = apps.flatMap(app => app?.subscriptions ?? [])
  return {
    messaging_limit: business?.messaging_limit ?? 'TIER_250',
    subscribed: subscriptions.some(one => one.active && one.fields.some(({ name }) => name === 'calls')),
  }
}

/** The members that the webhook tells of. */
const differs = (after: CallingSettings, before: CallingSettings): boolean =>
  after.status !== before.status ||
  after.call_icon_visibility !== before.call_icon_visibility ||
  after.callback_permission_status !== before.callback_permission_status ||
  after.sip?.status !== before.sip?.status ||
  after.srtp_key_exchange_protocol !== before.srtp_key_exchange_protocol

/** The page calls the member `enable_identity_key_check`, the OpenAPI document `enabled`. */
function identityCheck(asked: {
  enable_identity_key_check?: boolean | undefined
  enabled?: boolean | undefined
}): boolean {
  const wanted = asked.enable_identity_key_check ?? asked.enabled
  if (wanted !== undefined) return wanted
  throw new Refused(Param("The parameter user_identity_change['enable_identity_key_check'] is required."))
}

/** Only a number that is not registered can change where its messages lie. */
function storage(
  number: PhoneNumber,
  asked: NonNullable<z.output<typeof Settings>['storage_configuration']>,
): StorageConfiguration {
  if (number.registered_at !== undefined) {
    throw new Refused(InvalidParameter('Deregister the phone number before changing storage_configuration.'))
  }
  const { status, data_localization_region: region, retention_minutes } = asked
  if (status === 'IN_COUNTRY_STORAGE_ENABLED') {
    if (region) return { status, data_localization_region: region }
    throw new Refused(Param("The parameter storage_configuration['data_localization_region'] is required."))
  }
  if (status !== 'NO_STORAGE_ENABLED') return { status: 'DEFAULT' }
  if (retention_minutes) return { status, retention_minutes }
  throw new Refused(Param("The parameter storage_configuration['retention_minutes'] is required."))
}
