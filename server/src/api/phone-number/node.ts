import { z } from 'zod'
import { callingCodeOf, countryOf } from '../../domain/countries.ts'
import { numberHealth, sipHealth } from '../../domain/health.ts'
import type { NameStatus } from '../../domain/numbers/display-name.ts'
import { isGone } from '../../domain/numbers/life.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { graphTime } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'
import type { Read } from '../../store/read.ts'
import { HealthField } from '../health-field.ts'

const Throughput = z.looseObject({ level: z.string() })
const WebhookConfiguration = z.looseObject({
  phone_number: z.string().optional(),
  whatsapp_business_account: z.string().optional(),
  application: z.string().optional(),
})

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers */
export const PhoneNumberNode = node<Stored<PhoneNumber>>({
  name: 'WhatsAppBusinessPhoneNumber',
  summary: 'A number that a business sends and receives with.',
  collection: 'numbers',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  async load(read, id) {
    const number = await read.numbers.find(id)
    return number && !isGone(number) ? number : undefined
  },
  owner: number => ({ account_id: number.account_id }),
  fields: {
    verified_name: { schema: z.string(), byDefault: true, read: number => number.verified_name },
    code_verification_status: { schema: z.string(), byDefault: true, read: number => number.code_verification_status },
    display_phone_number: { schema: z.string(), byDefault: true, read: number => number.display_phone_number },
    quality_rating: { schema: z.string(), byDefault: true, read: number => number.quality_rating },
    platform_type: {
      schema: z.string(),
      byDefault: true,
      read: number => (number.registered_at === undefined ? 'NOT_APPLICABLE' : 'CLOUD_API'),
    },
    throughput: {
      schema: Throughput,
      byDefault: true,
      read: number => ({ level: number.registered_at === undefined ? 'NOT_APPLICABLE' : number.throughput }),
    },
    last_onboarded_time: { schema: z.string(), byDefault: true, read: number => graphTime(number.last_onboarded_at) },
    webhook_configuration: {
      schema: WebhookConfiguration,
      byDefault: true,
      read: async (number, { read, appId }) => {
        const subscribed = await read.subscribedApps.ofAccount(number.account_id)
        const mine = subscribed.find(one => one.app_id === appId)
        const app = appId === undefined ? undefined : await read.apps.find(appId)
        const own = appId === undefined ? undefined : number.webhooks?.[appId]
        return {
          ...(own ? { phone_number: own.override_callback_uri } : {}),
          ...(mine?.override_callback_uri ? { whatsapp_business_account: mine.override_callback_uri } : {}),
          ...(app?.subscriptions[0] ? { application: app.subscriptions[0].callback_url } : {}),
        }
      },
    },
    id: { schema: z.string(), byDefault: true, read: number => number.id },
    status: { schema: z.string(), read: number => number.status },
    name_status: { schema: z.string(), read: number => number.name_status },
    new_display_name: { schema: z.string(), read: number => number.new_display_name },
    new_name_status: { schema: z.string(), read: number => number.new_name_status ?? 'NONE' },
    account_mode: { schema: z.string(), read: number => number.account_mode },
    quality_score: { schema: z.looseObject({ score: z.string() }), read: number => ({ score: number.quality_rating }) },
    is_pin_enabled: { schema: z.boolean(), read: number => number.pin_hash !== undefined },
    is_official_business_account: {
      schema: z.boolean(),
      read: number => number.official_account?.status === 'APPROVED',
    },
    official_business_account: {
      schema: z.looseObject({ oba_status: z.string(), status_message: z.string().optional() }),
      read: ({ official_account: known }) =>
        known ? { oba_status: known.status, status_message: known.message } : { oba_status: 'NOT_STARTED' },
    },
    is_on_biz_app: { schema: z.boolean(), read: number => number.is_on_biz_app ?? false },
    is_preverified_number: { schema: z.boolean(), read: number => number.preverified === true },
    search_visibility: { schema: z.string(), read: number => number.search_visibility ?? 'VISIBLE' },
    country_code: { schema: z.string(), read: number => countryOf(number.digits) },
    country_dial_code: { schema: z.string(), read: number => callingCodeOf(number.digits) },
    host_platform: {
      schema: z.string(),
      read: number => (number.registered_at === undefined ? 'NOT_APPLICABLE' : 'CLOUD_API'),
    },
    certificate: { schema: z.string(), read: number => certificateOf(number) },
    // An approved name is that of the number at once, so no certificate waits for the next registration.
    new_certificate: { schema: z.string(), read: () => undefined },
    eligibility_for_api_business_global_search: {
      schema: z.enum(['ELIGIBLE', 'NON_ELIGIBLE_VERIFIED_LEVEL']),
      read: number => (number.official_account?.status === 'APPROVED' ? 'ELIGIBLE' : 'NON_ELIGIBLE_VERIFIED_LEVEL'),
    },
    unified_cert_status: { schema: z.string(), read: number => CERTIFIED[number.name_status] },
    username: { schema: z.string().nullable(), read: number => number.username },
    conversational_automation: {
      schema: z.looseObject({ enable_welcome_message: z.boolean() }),
      read: number => number.automation,
    },
    health_status: HealthField<PhoneNumber>(numberHealth, sipHealth),
    messaging_limit_tier: {
      schema: z.string(),
      read: async (number, { read }) => limitOf(number, read),
    },
    whatsapp_business_manager_messaging_limit: {
      schema: z.string(),
      since: 'v24.0',
      read: async (number, { read }) => limitOf(number, read),
    },
  },
})

/**
 * What binds the number to its display name, once it is verified and the name is not declined.
 * NOTE: only that it is base64 is published; here it is nothing but the two, and worth nothing elsewhere.
 */
const certificateOf = ({ digits, verified_name, code_verification_status, name_status }: PhoneNumber) =>
  code_verification_status === 'VERIFIED' && CERTIFIED[name_status] === 'APPROVED'
    ? Buffer.from(JSON.stringify({ phone: digits, name: verified_name })).toString('base64')
    : undefined

/** Whether the certificate of the number bears its name. */
const CERTIFIED: { [status in NameStatus]?: string } = {
  APPROVED: 'APPROVED',
  AVAILABLE_WITHOUT_REVIEW: 'APPROVED',
  PENDING_REVIEW: 'NAME_PENDING_REVIEW',
  DECLINED: 'NAME_NOT_APPROVED',
}

async function limitOf(number: PhoneNumber, read: Read): Promise<string | undefined> {
  const account = await read.accounts.find(number.account_id)
  return account && (await read.businesses.find(account.business_id))?.messaging_limit
}
