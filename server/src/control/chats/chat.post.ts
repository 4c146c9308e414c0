import { z } from 'zod'
import { operation } from '../../graph/operation.ts'
import { openChat } from '../../network/open-chat.ts'
import { CustomerNode } from '../customers/customer.ts'
import { chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { refusal } from '../refuse.ts'

export const readChat = operation({
  on: CustomerNode,
  edge: 'read',
  method: 'POST',
  name: 'readChat',
  summary: 'The customer opens the chat: what was delivered becomes read.',
  access: 'control',
  params: PhoneNumberChoice,
  returns: z.object({ read: z.number().describe('Messages that became read; 0 without read receipts.') }),
}).run(async call => {
  const { node: customer, params, read } = call
  // An offline phone could show the chat, but its receipts would have to wait.
  if (!customer.online) {
    throw refusal(`The phone of ${customer.name} is offline and tells nobody what was read. Bring it online first.`)
  }
  const number = await chosenNumber(read, customer, params.phone_number_id)
  return { read: await openChat(call, number, customer) }
})
