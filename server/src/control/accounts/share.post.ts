import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import { DISCONNECTED_BY, DISCONNECTION_REASONS } from '../../domain/accounts/disconnection.ts'
import type { Business } from '../../domain/accounts/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { refusal } from '../refuse.ts'
import { AccountView, accountView } from './view.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/whatsapp-business-accounts */
const MAX_PARTNERS = 2

const Params = z.looseObject({ business_id: z.string().describe('The portfolio of the partner.') })

export const shareAccount = operation({
  on: AccountNode,
  edge: 'share',
  method: 'POST',
  name: 'shareAccount',
  summary: 'Share an account with a partner, as its owner does in Business Suite; the partner hears of it.',
  access: 'control',
  params: Params,
  returns: AccountView,
}).run(async ({ node, params, read, stage, record, now }) => {
  const { owner, partner } = await sides(node.business_id, params.business_id, read)
  const partners = node.partners ?? []
  if (partners.includes(partner.id)) return accountView(node, now)
  if (partners.length >= MAX_PARTNERS)
    throw refusal(`Account ${node.name} is shared with ${MAX_PARTNERS} partners already. Unshare it from one first.`)
  const account = { ...node, partners: [...partners, partner.id] }
  stage.accounts.change(account)
  if (!owner.partners?.includes(partner.id))
    stage.businesses.change({ ...owner, partners: [...(owner.partners ?? []), partner.id] })
  const ids = { owner_business_id: owner.id, partner_business_id: partner.id }
  record({ type: 'account.shared', at: now, account_id: node.id, ...ids })
  return accountView(account, now)
})

export const unshareAccount = operation({
  on: AccountNode,
  edge: 'unshare',
  method: 'POST',
  name: 'unshareAccount',
  summary: 'Stop sharing an account with a partner: its apps are unsubscribed, its people taken off; it hears of it.',
  access: 'control',
  params: Params.extend({
    disconnection_info: z
      .object({ reason: z.enum(DISCONNECTION_REASONS), initiated_by: z.enum(DISCONNECTED_BY) })
      .optional()
      .describe('Why, where the WhatsApp Business app has to do with it.'),
  }),
  returns: AccountView,
}).run(async ({ node, params, read, stage, record, now }) => {
  const { owner, partner } = await sides(node.business_id, params.business_id, read)
  if (!node.partners?.includes(partner.id)) throw refusal(`Account ${node.name} is not shared with ${partner.name}.`)
  const unshared = { ...node, partners: node.partners.filter(id => id !== partner.id) }
  // Nobody pays for what is not shared any more, until the partner attaches its credit again.
  const account = node.paid_by === partner.id ? { ...unshared, unfunded: true } : unshared
  stage.accounts.change(account)
  const others = (await read.accounts.ofBusiness(owner.id)).filter(one => one.id !== node.id)
  if (!others.some(one => one.partners?.includes(partner.id)))
    stage.businesses.change({ ...owner, partners: (owner.partners ?? []).filter(id => id !== partner.id) })
  for (const subscribed of await read.subscribedApps.ofAccount(node.id)) {
    const app = await read.apps.find(subscribed.app_id)
    if (app?.business_id === partner.id) stage.subscribedApps.remove(subscribed.id)
  }
  for (const assignment of await read.assignments.ofAccount(node.id)) {
    const user = await read.users.find(assignment.user_id)
    if (user?.business_id === partner.id) stage.assignments.remove(assignment.id)
  }
  const ids = { owner_business_id: owner.id, partner_business_id: partner.id }
  const { disconnection_info } = params
  const why = disconnection_info ? { disconnection_info } : {}
  record({ type: 'account.unshared', at: now, account_id: node.id, ...ids, ...why })
  return accountView(account, now)
})

async function sides(
  ownerId: string,
  partnerId: string,
  read: Read,
): Promise<{ owner: Stored<Business>; partner: Stored<Business> }> {
  const owner = await read.businesses.find(ownerId)
  const partner = await read.businesses.find(partnerId)
  if (!owner || !partner) throw refusal(`There is no portfolio ${partnerId}. Create it with POST /control/businesses.`)
  if (owner.id === partner.id) throw refusal('An account is shared with a portfolio other than its own.')
  return { owner, partner }
}
