import { z } from 'zod'
import { pictureUrl } from '../../domain/messaging/media-url.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles */
export const ProfileNode = node<Stored<PhoneNumber>>({
  name: 'WhatsAppBusinessProfile',
  summary: 'What customers see of the business, by an id of its own.',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  async load(read, id) {
    const owner = (await read.nodes.find(id))?.owner
    return owner ? read.numbers.find(owner) : undefined
  },
  owner: number => ({ account_id: number.account_id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: number => number.profile_id },
    account_name: { schema: z.string(), read: number => number.verified_name },
    about: { schema: z.string(), read: ({ profile }) => profile.about },
    address: { schema: z.string(), read: ({ profile }) => profile.address },
    description: { schema: z.string(), read: ({ profile }) => profile.description },
    email: { schema: z.string(), read: ({ profile }) => profile.email },
    profile_picture_url: {
      schema: z.string(),
      read: ({ profile }, { baseUrl, sign }) =>
        profile.profile_picture_id && pictureUrl(baseUrl, profile.profile_picture_id, sign),
    },
    websites: { schema: z.array(z.string()), read: ({ profile }) => profile.websites },
    vertical: { schema: z.string(), read: ({ profile }) => profile.vertical },
    messaging_product: { schema: z.literal('whatsapp'), read: () => 'whatsapp' },
  },
})
