import { ValueNotValid } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { MarkAsRead } from './message/index.ts'
import { PhoneNumberNode } from './node.ts'

export const markMessageRead = operation({
  on: PhoneNumberNode,
  edge: 'messages',
  method: 'POST',
  when: 'status',
  name: 'markMessageRead',
  summary: 'Mark a received message, and all before it, as read; may show that an answer is being written.',
  docs: 'messages/mark-message-as-read',
  access: ['whatsapp_business_messaging'],
  params: MarkAsRead,
  returns: Success,
  units: 'shared',
  refusals: [ValueNotValid('')],
}).run(async ({ node: number, params, read, stage, now, record }) => {
  const message = await read.messages.find(params.message_id)
  if (message?.direction !== 'received' || message.phone_number_id !== number.id) {
    throw new Refused(ValueNotValid('message_id is not the id of a message that this number received.'))
  }
  const { customer_id } = message
  const earlier = await read.messages.chat({ phoneNumberId: number.id, customerId: customer_id, limit: 200 })
  for (const one of earlier) {
    if (one.direction === 'received' && one.status === 'received' && one.key <= message.key) {
      stage.messages.move(one.key, 'read')
    }
  }
  record({
    type: 'message.marked_read',
    at: now,
    account_id: number.account_id,
    phone_number_id: number.id,
    customer_id,
    wamid: message.wamid,
    typing: params.typing_indicator !== undefined,
  })
  return success
})
