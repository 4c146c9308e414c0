import { z } from 'zod'
import type { Referral } from '../../domain/messaging/model.ts'
import { operation } from '../../graph/operation.ts'
import { receiveMessage } from '../../network/receive.ts'
import { MessageView, messageView } from '../chats/message-view.ts'
import { checkCanWrite, chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { CustomerNode } from './customer.ts'
import { AdReferral } from './said-content.ts'

/** What an advertisement puts into the text box, which the customer sends as it is. */
const PREFILLED = 'Hello! Can I get more info on this?'

const { shape } = AdReferral

export const clickAd = operation({
  on: CustomerNode,
  edge: 'ad',
  method: 'POST',
  name: 'clickAd',
  summary:
    'The customer taps an advertisement or a post that leads to WhatsApp, and sends the text that stands there. ' +
    'An answer within 24 hours makes everything free for 72.',
  access: 'control',
  params: z.looseObject({
    ...PhoneNumberChoice.shape,
    text: z.string().min(1).optional().describe(`"${PREFILLED}" when left out.`),
    source_url: shape.source_url.optional(),
    source_id: shape.source_id.optional(),
    source_type: shape.source_type.optional(),
    headline: shape.headline,
    body: shape.body,
    media_type: shape.media_type,
    image_url: shape.image_url,
    video_url: shape.video_url,
    thumbnail_url: shape.thumbnail_url,
    greeting: z.string().optional().describe('What the advertisement says first, told as `welcome_message`.'),
    in_status: z.boolean().optional().describe('Seen in the Status of WhatsApp: there is no click id.'),
  }),
  returns: z.object({ id: z.string().describe('wamid'), message: MessageView }),
}).run(async call => {
  const { node: customer, params, read, ids } = call
  const number = await chosenNumber(read, customer, params.phone_number_id)
  checkCanWrite(customer, number)
  const { text = PREFILLED, greeting, in_status, source_type = 'ad', source_id = ids.node() } = params
  const media_type = params.media_type ?? (params.video_url ? 'video' : params.image_url ? 'image' : undefined)
  const referral = {
    source_url: params.source_url ?? `https://fb.me/${source_id}`,
    source_id,
    source_type,
    body: params.body ?? `Chat with ${number.verified_name}`,
    headline: params.headline ?? number.verified_name,
    ...(media_type ? { media_type } : {}),
    ...(params.image_url ? { image_url: params.image_url } : {}),
    ...(params.video_url ? { video_url: params.video_url } : {}),
    ...(params.thumbnail_url ? { thumbnail_url: params.thumbnail_url } : {}),
    ...(in_status ? {} : { ctwa_clid: ids.opaque(48) }),
    ...(greeting ? { welcome_message: { text: greeting } } : {}),
  } satisfies Referral
  const inbound = { number, customer, type: 'text', content: { body: text }, more: { referral } }
  const message = await receiveMessage(call, inbound)
  return { id: message.wamid, message: await messageView(read, message) }
})
