import { z } from 'zod'
import { DAY } from '../../domain/time.ts'
import { operation } from '../../graph/operation.ts'
import { putReaction } from '../../network/put-reaction.ts'
import { receiveMessage } from '../../network/receive.ts'
import { MessageView, messageView } from '../chats/message-view.ts'
import { checkCanWrite, chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode } from './customer.ts'
import { chosenMessage } from './message-choice.ts'

/**
 * The business hears of no reaction to an older message.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/reaction
 */
const REACTIONS_TOLD_FOR = 30 * DAY

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[\d#*]\u{FE0F}?\u{20E3}/u

const isOneEmoji = (text: string): boolean => [...GRAPHEMES.segment(text)].length === 1 && EMOJI.test(text)

export const react = operation({
  on: CustomerNode,
  edge: 'react',
  method: 'POST',
  name: 'react',
  summary: 'The customer reacts to a message.',
  access: 'control',
  params: z.looseObject({
    ...PhoneNumberChoice.shape,
    emoji: z.string().describe('One emoji; an empty text takes the reaction back.'),
    message_id: z.string().optional().describe('The newest message from the business when left out.'),
  }),
  returns: z.object({
    id: z.string().optional().describe('wamid of the reaction; none for an old message, of which nobody is told.'),
    message: MessageView.describe('The reaction, or the message that nobody is told of.'),
  }),
}).run(async call => {
  const { node: customer, params, read } = call
  const { emoji } = params
  if (emoji !== '' && !isOneEmoji(emoji)) {
    throw refusal(`emoji is "${emoji}". Give exactly one emoji, or an empty text to take the reaction back.`)
  }
  const target = await chosenMessage(read, customer, params, {
    fits: message => message.shown,
    newest: message => message.direction === 'sent',
    kind: `a message on the phone of ${customer.name}`,
    none: `There is no message from a business on the phone of ${customer.name} yet. Name one by message_id.`,
  })
  const number = await chosenNumber(read, customer, target.phone_number_id)
  checkCanWrite(customer, number)
  const changed = putReaction(call, target, 'customer', emoji)
  if (call.now >= target.at + REACTIONS_TOLD_FOR) return { message: await messageView(read, changed) }
  // As on the wire: a reaction that is taken back carries no emoji.
  const content = { message_id: target.wamid, ...(emoji === '' ? {} : { emoji }) }
  const message = await receiveMessage(call, { number, customer, type: 'reaction', content })
  return { id: message.wamid, message: await messageView(read, message) }
})
