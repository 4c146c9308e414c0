import { z } from 'zod'
import type { Media } from '../../domain/messaging/media.ts'
import { mediaUrl } from '../../domain/messaging/media-url.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
export const MediaNode = node<Stored<Media>>({
  name: 'WhatsAppBusinessMedia',
  summary: 'Uploaded or received bytes.',
  collection: 'media',
  access: ['whatsapp_business_messaging'],
  load: (read, id) => read.media.find(id),
  owner: media => ({ account_id: media.account_id }),
  fields: {
    url: {
      schema: z.string(),
      byDefault: true,
      read: (media, { baseUrl, now, sign }) => mediaUrl(baseUrl, media.id, now, sign),
    },
    mime_type: { schema: z.string(), byDefault: true, read: media => media.mime_type },
    sha256: { schema: z.string(), byDefault: true, read: media => media.sha256 },
    file_size: { schema: z.int(), byDefault: true, read: media => media.file_size },
    id: { schema: z.string(), byDefault: true, read: media => media.id },
    messaging_product: { schema: z.literal('whatsapp'), byDefault: true, read: () => 'whatsapp' },
  },
})
