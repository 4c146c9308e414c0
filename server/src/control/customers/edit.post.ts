import { z } from 'zod'
import { mayDelete, mayEdit } from '../../domain/messaging/second-thoughts.ts'
import { operation } from '../../graph/operation.ts'
import { editMessage, revokeMessage } from '../../network/second-thoughts.ts'
import { MessageView, messageView } from '../chats/message-view.ts'
import { checkCanWrite, chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'
import { CustomerNode } from './customer.ts'
import { ownMessage } from './message-choice.ts'

const Which = {
  ...PhoneNumberChoice.shape,
  message_id: z.string().optional().describe("The newest of the customer's own messages when left out."),
}
const contract = {
  on: CustomerNode,
  method: 'POST' as const,
  access: 'control' as const,
  returns: z.object({ id: z.string().describe('wamid of the change.'), message: MessageView }),
}

export const editOwnMessage = operation({
  ...contract,
  edge: 'edit',
  name: 'editOwnMessage',
  summary: 'The customer changes a text or a caption, within 15 minutes.',
  params: z.looseObject({ ...Which, text: z.string().min(1).describe('The text or caption as it shall be.') }),
}).run(async call => {
  const { node: customer, params, read, now } = call
  const message = await ownMessage(read, customer, params)
  const fault = mayEdit(message, now)
  if (fault) throw refusal(fault)
  const number = await chosenNumber(read, customer, message.phone_number_id)
  checkCanWrite(customer, number)
  const { id, changed } = await editMessage(call, number, customer, message, params.text)
  return { id, message: await messageView(read, changed) }
})

export const deleteOwnMessage = operation({
  ...contract,
  edge: 'delete',
  name: 'deleteOwnMessage',
  summary: 'The customer deletes a message for everyone, within two days.',
  params: z.looseObject(Which),
}).run(async call => {
  const { node: customer, params, read, now } = call
  const message = await ownMessage(read, customer, params)
  const fault = mayDelete(message, now)
  if (fault) throw refusal(fault)
  const number = await chosenNumber(read, customer, message.phone_number_id)
  checkCanWrite(customer, number)
  const { id, changed } = await revokeMessage(call, number, customer, message)
  return { id, message: await messageView(read, changed) }
})
