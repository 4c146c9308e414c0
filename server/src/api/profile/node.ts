import { z } from 'zod'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'
import { partOfNumber } from '../phone-number/part-of-number.ts'
import { profileFields } from '../phone-number/profile.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles */
export const ProfileNode = node<Stored<PhoneNumber>>({
  ...partOfNumber,
  name: 'WhatsAppBusinessProfile',
  summary: 'What customers see of the business, by an id of its own.',
  fields: {
    id: { schema: z.string(), byDefault: true, read: number => number.profile_id },
    account_name: { schema: z.string(), read: number => number.verified_name },
    ...profileFields,
    messaging_product: { schema: z.literal('whatsapp'), read: () => 'whatsapp' },
  },
})
