import { z } from 'zod'
import type { Message } from '../../domain/messaging/model.ts'
import { node } from '../../graph/node.ts'

/** Decimal digits of a history id: it is the key of the message, which is longer than the id of any node. */
const HISTORY_ID = /^\d{20,22}$/
const KEY_LENGTH = 18

const historyId = ({ key }: Message): string => BigInt(`0x${key}`).toString()

const keyOf = (id: string): string => BigInt(id).toString(16).toUpperCase().padStart(KEY_LENGTH, '0')

/**
 * What became of a message that was sent.
 * NOTE: known from the OpenAPI document only.
 */
export const MessageHistoryNode = node<Message>({
  name: 'WhatsAppMessageHistory',
  summary: 'A message that a number has sent, and what became of it.',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  knows: id => HISTORY_ID.test(id),
  async load(read, id) {
    const message = await read.messages.byKey(keyOf(id))
    return message?.direction === 'sent' ? message : undefined
  },
  owner: message => ({ account_id: message.account_id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: historyId },
    message_id: { schema: z.string(), byDefault: true, read: message => message.wamid },
  },
})
