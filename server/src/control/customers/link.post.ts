import { z } from 'zod'
import { operation } from '../../graph/operation.ts'
import { chosenNumber } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode } from './customer.ts'

export const openLink = operation({
  on: CustomerNode,
  edge: 'link',
  method: 'POST',
  name: 'openLink',
  summary: 'The customer opens a link to a chat, or scans it: which chat it is, and the text that waits to be sent.',
  access: 'control',
  params: z.looseObject({
    url: z
      .string()
      .describe('Like https://wa.me/15550783881?text=Hello, or https://wa.me/message/4O4YGZEG3RIVE1 of a QR code.'),
  }),
  returns: z.object({ phone_number_id: z.string(), text: z.string() }),
}).run(async ({ node: customer, params, read }) => {
  const code = codeOf(params.url)
  if (code !== undefined) {
    const link = await read.messageLinks.find(code)
    if (!link) throw refusal(`There is no QR code or short link ${code}. Create one with POST /{number}/message_qrdls.`)
    return { phone_number_id: link.phone_number_id, text: link.prefilled_message }
  }
  const { digits, text } = chatLink(params.url)
  const number = await chosenNumber(read, customer, digits)
  return { phone_number_id: number.id, text }
})

const HOSTS = new Set(['wa.me', 'api.whatsapp.com', 'www.whatsapp.com', 'web.whatsapp.com'])

const parsed = (text: string): URL | null => URL.parse(/^\w+:/.test(text) ? text : `https://${text}`)

/** The code of a QR code or short link. https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
function codeOf(text: string): string | undefined {
  const url = parsed(text)
  return url?.hostname === 'wa.me' ? /^\/message\/(\w+)\/?$/.exec(url.pathname)?.[1] : undefined
}

/** https://faq.whatsapp.com/5913398998672934 */
function chatLink(text: string): { digits: string; text: string } {
  const url = parsed(text)
  const inApp = url?.protocol === 'whatsapp:'
  if (!url || !(inApp || HOSTS.has(url.hostname))) throw notALink(text)
  const digits = url.searchParams.get('phone')?.replace(/\D/g, '') ?? /^\/\+?(\d+)\/?$/.exec(url.pathname)?.[1] ?? ''
  if (digits === '') throw notALink(text)
  return { digits, text: url.searchParams.get('text') ?? '' }
}

const notALink = (text: string) =>
  refusal(`"${text}" is no link to a chat. Give one like https://wa.me/15550783881?text=Hello.`)
