import { z } from 'zod'
import { pictureUrl } from '../../domain/messaging/media-url.ts'
import type { BusinessProfile, PhoneNumber } from '../../domain/numbers/model.ts'
import type { FieldContext } from '../../graph/node.ts'

export const VERTICALS = [
  'OTHER',
  'AUTO',
  'BEAUTY',
  'APPAREL',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GROCERY',
  'GOVT',
  'HOTEL',
  'HEALTH',
  'NONPROFIT',
  'PROF_SERVICES',
  'RETAIL',
  'TRAVEL',
  'RESTAURANT',
  'NOT_A_BIZ',
  'UNDEFINED',
  'ALCOHOL',
  'ONLINE_GAMBLING',
  'PHYSICAL_GAMBLING',
  'OTC_DRUGS',
] as const

const part = (name: keyof BusinessProfile, schema: z.ZodType = z.string()) => ({
  schema,
  read: ({ profile }: PhoneNumber) => profile[name],
})

/**
 * What customers see of a business, as its number and the profile itself tell it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles
 */
export const profileFields = {
  about: part('about'),
  address: part('address'),
  description: part('description'),
  email: part('email'),
  profile_picture_url: {
    schema: z.string(),
    read: ({ profile }: PhoneNumber, { baseUrl, sign }: Pick<FieldContext, 'baseUrl' | 'sign'>) =>
      profile.profile_picture_id && pictureUrl(baseUrl, profile.profile_picture_id, sign),
  },
  websites: part('websites', z.array(z.string())),
  vertical: part('vertical'),
}
