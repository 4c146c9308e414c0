import { z } from 'zod'
import { LinkNotFound, TooManyLinks } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { deepLink, linkCode, MAX_MESSAGE_LINKS, MAX_PREFILLED, MessageLinkView, qrImageUrl } from './message-link.ts'
import { PhoneNumberNode } from './node.ts'

const CODE_BYTES = 9

export const createMessageLink = operation({
  on: PhoneNumberNode,
  edge: 'message_qrdls',
  method: 'POST',
  name: 'createMessageLink',
  summary: 'Make a QR code and a short link that open a chat with some words already written.',
  docs: 'qr-codes',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  params: z.looseObject({
    prefilled_message: z.string().min(1).max(MAX_PREFILLED),
    generate_qr_image: z.enum(['PNG', 'SVG']).optional(),
  }),
  returns: MessageLinkView,
  refusals: [TooManyLinks(MAX_MESSAGE_LINKS)],
}).run(async ({ node: number, params, read, stage, ids, now, baseUrl }) => {
  const { prefilled_message, generate_qr_image: format } = params
  if ((await read.messageLinks.ofNumber(number.id)).length >= MAX_MESSAGE_LINKS) {
    throw new Refused(TooManyLinks(MAX_MESSAGE_LINKS))
  }
  const code = linkCode(ids.opaque(CODE_BYTES))
  stage.messageLinks.add({ id: code, phone_number_id: number.id, prefilled_message, created_at: now })
  return {
    code,
    prefilled_message,
    deep_link_url: deepLink(baseUrl, code),
    ...(format ? { qr_image_url: qrImageUrl(baseUrl, code, format) } : {}),
  }
})

export const updateMessageLink = operation({
  on: PhoneNumberNode,
  edge: 'message_qrdls',
  method: 'POST',
  when: 'code',
  name: 'updateMessageLink',
  summary: 'Change the words of a QR code; the code on paper stays the same.',
  docs: 'qr-codes',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  params: z.looseObject({ code: z.string(), prefilled_message: z.string().min(1).max(MAX_PREFILLED) }),
  returns: MessageLinkView,
  refusals: [LinkNotFound],
}).run(async ({ node: number, params, read, stage, baseUrl }) => {
  const { code, prefilled_message } = params
  const link = await read.messageLinks.find(code)
  if (link?.phone_number_id !== number.id) throw new Refused(LinkNotFound)
  stage.messageLinks.change({ ...link, prefilled_message })
  return { code, prefilled_message, deep_link_url: deepLink(baseUrl, code) }
})
