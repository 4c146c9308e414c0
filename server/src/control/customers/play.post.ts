import { z } from 'zod'
import type { Message } from '../../domain/messaging/model.ts'
import { operation } from '../../graph/operation.ts'
import { playMessage } from '../../network/play-message.ts'
import { MessageView, messageView } from '../chats/message-view.ts'
import { PhoneNumberChoice } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode } from './customer.ts'
import { chosenMessage } from './message-choice.ts'

export const play = operation({
  on: CustomerNode,
  edge: 'play',
  method: 'POST',
  name: 'play',
  summary: 'The customer plays a voice message: the first time, it becomes `played`.',
  access: 'control',
  params: z.looseObject({
    ...PhoneNumberChoice.shape,
    message_id: z.string().optional().describe('The newest voice message that was not played when left out.'),
  }),
  returns: z.object({ message: MessageView }),
}).run(async call => {
  const { node: customer, params, read } = call
  if (!customer.online) {
    throw refusal(`The phone of ${customer.name} is offline and tells nobody what was played. Bring it online first.`)
  }
  const message = await chosenMessage(read, customer, params, {
    fits: message => message.shown && isVoice(message),
    newest: message => isVoice(message) && message.status !== 'played',
    kind: `a voice message on the phone of ${customer.name}`,
    none: `There is no voice message on the phone of ${customer.name} that was not played.`,
  })
  return { message: await messageView(read, await playMessage(call, customer, message)) }
})

const isVoice = ({ direction, type, content }: Message): boolean =>
  direction === 'sent' && type === 'audio' && (content as { voice?: boolean }).voice === true
