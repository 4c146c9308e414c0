import { z } from 'zod'
import { operation } from '../../graph/operation.ts'
import { pagingOf, readPage } from '../../graph/paging.ts'
import { CustomerNode } from '../customers/customer.ts'
import { chosenNumber, PhoneNumberChoice } from '../numbers/number-choice.ts'
import { chatPage } from './chat-pages.ts'
import { MessageView, messageView } from './message-view.ts'

const DEFAULT_LIMIT = 50

export const readInbox = operation({
  on: CustomerNode,
  edge: 'inbox',
  method: 'GET',
  name: 'readInbox',
  summary: 'What the phone shows: the newest messages, oldest of them first. Looking at it does not open the chat.',
  access: 'control',
  params: z.looseObject({
    phone_number_id: PhoneNumberChoice.shape.phone_number_id.describe('Only the chat with this number.'),
    limit: z.number().optional(),
    before: z.string().optional().describe('Cursor: the page of older messages.'),
    after: z.string().optional().describe('Cursor: the page of newer messages.'),
  }),
  returns: z.object({
    data: z.array(MessageView),
    paging: z
      .object({
        cursors: z.object({ before: z.string(), after: z.string() }),
        next: z.string().optional(),
        previous: z.string().optional(),
      })
      .optional(),
  }),
}).run(async ({ node: customer, params, read, baseUrl }) => {
  const { phone_number_id, before, after, limit = DEFAULT_LIMIT } = params
  const number = phone_number_id ? await chosenNumber(read, customer, phone_number_id) : undefined
  const chat = { customerId: customer.id, ...(number ? { phoneNumberId: number.id } : {}) }
  const page = await chatPage(read, chat, readPage({ limit, before, after }))
  const data = []
  for (const { item } of page.items) data.push(await messageView(read, item))
  const paging = pagingOf(page, cursor => {
    const query = new URLSearchParams({
      ...(number ? { phone_number_id: number.id } : {}),
      limit: String(limit),
      ...cursor,
    })
    return `${baseUrl}/control/customers/${customer.id}/inbox?${query}`
  })
  return paging ? { data, paging } : { data }
})
