import { z } from 'zod'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { inContactBook } from '../../domain/messaging/phone-visibility.ts'
import { isUserId } from '../../domain/messaging/recipient.ts'
import { Refused } from '../../domain/refusals.ts'
import { rolloutOf } from '../../domain/rollout.ts'
import { operation } from '../../graph/operation.ts'
import { phoneSeenByPortfolio } from '../../store/tables/contact-book.ts'
import { PhoneNumberNode } from './node.ts'

/** What portfolios share that are enrolled together has this in the middle. */
const PARENT = /^[A-Z]{2}\.ENT\./

export const deleteContact = operation({
  on: PhoneNumberNode,
  edge: 'contact_book',
  method: 'DELETE',
  name: 'deleteContact',
  summary: 'Forget the phone number of a user in the contact book of the portfolio.',
  docs: 'business-scoped-user-ids',
  access: ['whatsapp_business_messaging'],
  params: z.looseObject({
    messaging_product: z.literal('whatsapp'),
    bsuid: z.string().describe('Business-scoped user id, and not a parent one.'),
  }),
  returns: z.object({ messaging_product: z.literal('whatsapp'), success: z.literal(true), deleted: z.boolean() }),
  refusals: [InvalidParameter()],
}).run(async ({ node: number, params, read, stage, record, now }) => {
  const { bsuid } = params
  if (!isUserId(bsuid) || PARENT.test(bsuid)) {
    throw new Refused(InvalidParameter('bsuid must be a business-scoped user ID, and not a parent one.'))
  }
  const answer = (deleted: boolean) => ({ messaging_product: 'whatsapp' as const, success: true as const, deleted })
  const { contact_book } = rolloutOf((await read.world.find('world'))?.rollout)
  const id = contact_book ? (await read.nodes.find(bsuid))?.owner : undefined
  const customer = id ? await read.customers.find(id) : undefined
  const business_id = (await read.accounts.find(number.account_id))?.business_id
  if (!customer || business_id === undefined) return answer(false)
  const seenAt = await phoneSeenByPortfolio(read, customer.id, business_id)
  if (!inContactBook(customer, business_id, seenAt)) return answer(false)
  stage.customers.change({ ...customer, forgotten_by: { ...customer.forgotten_by, [business_id]: now } })
  record({ type: 'customer.changed', at: now, customer_id: customer.id })
  return answer(true)
})
