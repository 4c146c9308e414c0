import { z } from 'zod'
import { REACTED_TO_FOR } from '../../domain/messaging/reaction.ts'
import { isOneEmoji } from '../../domain/messaging/rules/reaction.ts'
import { operation } from '../../graph/operation.ts'
import { putReaction } from '../../network/put-reaction.ts'
import { receiveMessage } from '../../network/receive.ts'
import { MessageView, messageView } from '../chats/message-view.ts'
import { checkCanWrite, chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode } from './customer.ts'
import { chosenMessage } from './message-choice.ts'

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
  if (call.now >= target.at + REACTED_TO_FOR) return { message: await messageView(read, changed) }
  // As on the wire: a reaction that is taken back carries no emoji.
  const content = { message_id: target.wamid, ...(emoji === '' ? {} : { emoji }) }
  const message = await receiveMessage(call, { number, customer, type: 'reaction', content })
  return { id: message.wamid, message: await messageView(read, message) }
})
