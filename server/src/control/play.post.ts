import { z } from 'zod'
import type { Customer, Message } from '../domain/model.ts'
import { operation } from '../graph/operation.ts'
import { playMessage } from '../network/play-message.ts'
import type { Read } from '../store/read.ts'
import { newestFirst } from './chat-pages.ts'
import { CustomerNode } from './customer.ts'
import { MessageView, messageView } from './message-view.ts'
import { chosenNumber, PhoneNumberChoice } from './number-choice.ts'
import { refusal } from './refuse.ts'

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
  const message = await targetOf(read, customer, params)
  return { message: await messageView(read, await playMessage(call, customer, message)) }
})

const isVoice = ({ direction, type, content }: Message): boolean =>
  direction === 'sent' && type === 'audio' && (content as { voice?: boolean }).voice === true

async function targetOf(
  read: Read,
  customer: Customer,
  { message_id, phone_number_id }: { message_id?: string | undefined; phone_number_id?: string | undefined },
): Promise<Message> {
  if (message_id) {
    const message = await read.messages.find(message_id)
    if (message?.shown && message.customer_id === customer.id && isVoice(message)) return message
    throw refusal(`message_id is not a voice message on the phone of ${customer.name}.`)
  }
  const number = phone_number_id ? await chosenNumber(read, customer, phone_number_id) : undefined
  const chat = { customerId: customer.id, ...(number ? { phoneNumberId: number.id } : {}) }
  for await (const message of newestFirst(read, chat)) {
    if (isVoice(message) && message.status !== 'played') return message
  }
  throw refusal(`There is no voice message on the phone of ${customer.name} that was not played.`)
}
