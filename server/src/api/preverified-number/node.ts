import { z } from 'zod'
import { callingCodeOf, countryOf } from '../../domain/countries.ts'
import type { PreverifiedNumber } from '../../domain/numbers/model.ts'
import { PREVERIFIED_LIFE, preverifiedStatus } from '../../domain/numbers/preverified.ts'
import type { Stored } from '../../domain/stored.ts'
import { graphTime } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'

/**
 * The SDK and the OpenAPI document name its fields differently; both are here.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/pre-verified-numbers
 */
export const PreverifiedNumberNode = node<Stored<PreverifiedNumber>>({
  name: 'WhatsAppBusinessPreVerifiedPhoneNumber',
  summary: 'A number that a partner verified before a customer claims it.',
  access: ['business_management', 'whatsapp_business_management'],
  load: (read, id) => read.preverifiedNumbers.find(id),
  owner: number => ({ business_id: number.business_id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: number => number.id },
    phone_number: { schema: z.string(), byDefault: true, read: number => `+${number.digits}` },
    code_verification_status: {
      schema: z.string(),
      byDefault: true,
      read: (number, { now }) => preverifiedStatus(number, now),
    },
    code_verification_time: {
      schema: z.string(),
      read: ({ verified_at }) => (verified_at === undefined ? undefined : graphTime(verified_at)),
    },
    verification_expiry_time: {
      schema: z.string(),
      byDefault: true,
      read: ({ verified_at }) => (verified_at === undefined ? undefined : graphTime(verified_at + PREVERIFIED_LIFE)),
    },
    owner_business: {
      schema: z.looseObject({ id: z.string(), name: z.string() }),
      read: async ({ business_id }, { read }) => {
        const business = await read.businesses.find(business_id)
        return business && { id: business.id, name: business.name }
      },
    },
    display_phone_number: { schema: z.string(), byDefault: true, read: number => number.display_phone_number },
    country_prefix: { schema: z.int(), byDefault: true, read: number => Number(callingCodeOf(number.digits)) },
    country_code: { schema: z.string(), read: number => countryOf(number.digits) },
    verification_status: { schema: z.string(), read: (number, { now }) => preverifiedStatus(number, now) },
    availability_status: { schema: z.string(), read: () => 'AVAILABLE' },
    is_input_id_valid: { schema: z.boolean(), byDefault: true, read: () => true },
    created_time: { schema: z.string(), read: number => graphTime(number.created_at) },
  },
})
