import { z } from 'zod'
import type { Block } from '../../domain/numbers/model.ts'
import { node } from '../../graph/node.ts'
import { listing, NoParams } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

/** Not a node of the Graph: only what the edge lists. */
const BlockedUsers = node<Block>({
  name: 'WhatsAppBlockedUser',
  summary: 'A customer whom the number has blocked.',
  access: ['whatsapp_business_messaging'],
  load: async () => undefined,
  fields: {
    messaging_product: { schema: z.literal('whatsapp'), byDefault: true, read: () => 'whatsapp' },
    wa_id: { schema: z.string(), byDefault: true, read: block => block.customer_id },
    user_id: {
      schema: z.string(),
      byDefault: true,
      read: async (block, { read }) => (await read.customers.find(block.customer_id))?.user_id,
    },
  },
})

export const listBlockedUsers = listing(
  {
    on: PhoneNumberNode,
    edge: 'block_users',
    of: BlockedUsers,
    name: 'listBlockedUsers',
    summary: 'Customers whom the number has blocked.',
    docs: 'block-users',
    access: ['whatsapp_business_messaging'],
    params: NoParams,
  },
  ({ node: number, read }, page) => read.blocks.ofNumber(number.id, page),
)
