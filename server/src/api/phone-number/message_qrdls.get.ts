import { z } from 'zod'
import { LinkNotFound } from '../../domain/catalogue.ts'
import type { MessageLink } from '../../domain/numbers/model.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Stored } from '../../domain/stored.ts'
import { unixSeconds } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { deepLink, qrImageUrl } from './message-link.ts'
import { PhoneNumberNode } from './node.ts'

/** `qr_image_url.format(PNG)`; anything else is an SVG. */
const ImageFormat = z.looseObject({ format: z.string().optional() })

/** Not a node of the Graph: it has a code instead of an id, and is reached by the edge alone. */
const MessageLinks = node<Stored<MessageLink>>({
  name: 'WhatsAppMessageQRCode',
  summary: 'A link that opens a chat with some words already written.',
  access: ['whatsapp_business_management'],
  load: (read, id) => read.messageLinks.find(id),
  fields: {
    code: { schema: z.string(), byDefault: true, read: link => link.id },
    prefilled_message: { schema: z.string(), byDefault: true, read: link => link.prefilled_message },
    deep_link_url: { schema: z.string(), byDefault: true, read: (link, { baseUrl }) => deepLink(baseUrl, link.id) },
    creation_time: { schema: z.int(), read: link => unixSeconds(link.created_at) },
    qr_image_url: {
      schema: z.string(),
      params: ImageFormat,
      read: (link, { baseUrl }, params) => qrImageUrl(baseUrl, link.id, formatOf(params)),
    },
  },
})

const formatOf = (params: unknown): 'PNG' | 'SVG' =>
  (params as z.output<typeof ImageFormat> | undefined)?.format?.toUpperCase() === 'PNG' ? 'PNG' : 'SVG'

const contract = {
  on: PhoneNumberNode,
  of: MessageLinks,
  docs: 'qr-codes',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'] as const,
}

export const listMessageLinks = listing(
  {
    ...contract,
    edge: 'message_qrdls',
    name: 'listMessageLinks',
    summary: 'QR codes and short links of the number, newest first.',
    params: z.looseObject({ code: z.string().optional().describe('Only this one.') }),
  },
  async ({ node: number, params, read }, page) => {
    const links = (await read.messageLinks.ofNumber(number.id))
      .filter(({ id }) => params.code === undefined || id === params.code)
      .sort((a, b) => b.created_at - a.created_at)
    return pageOf(links, ({ id }) => id, page)
  },
)

export const getMessageLink = listing(
  {
    ...contract,
    edge: 'message_qrdls/{code}',
    name: 'getMessageLink',
    summary: 'One QR code or short link.',
    params: z.looseObject({ code: z.string() }),
    refusals: [LinkNotFound],
  },
  async ({ node: number, params, read }, page) => {
    const link = await read.messageLinks.find(params.code)
    if (link?.phone_number_id !== number.id) throw new Refused(LinkNotFound)
    return pageOf([link], ({ id }) => id, page)
  },
)
