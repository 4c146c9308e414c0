import { z } from 'zod'
import { UnsupportedRequest } from '../../domain/catalogue.ts'
import { mediaUrl } from '../../domain/messaging/media-url.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { MediaNode } from './node.ts'

export const getMedia = operation({
  on: MediaNode,
  method: 'GET',
  name: 'getMedia',
  summary: 'Facts about a medium, and a link to its bytes that works for five minutes.',
  docs: 'business-phone-numbers/media',
  access: ['whatsapp_business_messaging'],
  params: z.looseObject({ phone_number_id: z.string().optional() }),
  returns: z.object({
    url: z.string(),
    mime_type: z.string(),
    sha256: z.string().describe('Hex.'),
    file_size: z.int(),
    id: z.string(),
    messaging_product: z.literal('whatsapp'),
  }),
}).run(async ({ node: media, params, now, baseUrl, sign }) => {
  if (media.expires_at <= now) throw new Refused(UnsupportedRequest('GET', media.id))
  if (params.phone_number_id !== undefined && params.phone_number_id !== media.phone_number_id) {
    throw new Refused(UnsupportedRequest('GET', media.id))
  }
  const { mime_type, sha256, file_size, id } = media
  return {
    url: mediaUrl(baseUrl, id, now, sign),
    mime_type,
    sha256,
    file_size,
    id,
    messaging_product: 'whatsapp' as const,
  }
})
