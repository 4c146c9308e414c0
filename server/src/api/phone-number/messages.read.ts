import { ValueNotValid } from '../../domain/catalogue.ts'
import { operation, Success } from '../../graph/operation.ts'
import { MarkAsRead } from './message/index.ts'
import { markRead } from './message/mark-read.ts'
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
}).run(call => markRead(call, call.node, call.params))
