import { z } from 'zod'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { MessageHistoryNode } from '../message-history/node.ts'
import { PhoneNumberNode } from './node.ts'

/** Messages on a page, however many are asked for. NOTE: known from the OpenAPI document alone. */
const MAX_ON_PAGE = 100

export const listMessageHistory = listing(
  {
    on: PhoneNumberNode,
    edge: 'message_history',
    of: MessageHistoryNode,
    name: 'listMessageHistory',
    summary: 'Messages that the number has sent, newest first; ask for `events` to read what became of them.',
    access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
    params: z.looseObject({ message_id: z.string().optional().describe('wamid of the only one that is wanted.') }),
  },
  async ({ node: number, params, read }, page) => {
    if (params.message_id !== undefined) {
      const message = await read.messages.find(params.message_id)
      const mine = message?.phone_number_id === number.id && message.direction === 'sent'
      return pageOf(mine ? [message] : [], ({ key }) => key, page)
    }
    const { after, before } = page
    const limit = Math.min(page.limit, MAX_ON_PAGE)
    const sent = { phoneNumberId: number.id, limit: limit + 1 }
    if (before !== undefined) {
      const newer = await read.messages.sentBy({ ...sent, after: before })
      const items = newer.slice(0, limit).reverse()
      return { items: items.map(item => ({ cursor: item.key, item })), more: true, earlier: newer.length > limit }
    }
    const older = await read.messages.sentBy({ ...sent, ...(after === undefined ? {} : { before: after }) })
    const items = older.slice(0, limit).map(item => ({ cursor: item.key, item }))
    return { items, more: older.length > limit, earlier: after !== undefined }
  },
)
