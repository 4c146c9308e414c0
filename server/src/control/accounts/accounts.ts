import { z } from 'zod'
import type { Account } from '../../domain/accounts/model.ts'
import { isTimeZone } from '../../domain/time-zones.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { assertFree, refusal } from '../refuse.ts'
import { AccountView, accountView } from './view.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/whatsapp-business-accounts */
const MAX_ACCOUNTS = 20

export const AccountsNode = node<object>({
  name: 'Accounts',
  summary: 'WhatsApp Business Accounts of every portfolio.',
  singleton: 'accounts',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const listAccounts = operation({
  on: AccountsNode,
  method: 'GET',
  name: 'listAccounts',
  summary: 'Every account, and how it stands.',
  access: 'control',
  params: z.looseObject({}),
  returns: z.object({ data: z.array(AccountView) }),
}).run(async ({ read, now }) => {
  const data: z.output<typeof AccountView>[] = []
  for (const business of await read.businesses.all())
    data.push(...(await read.accounts.ofBusiness(business.id)).map(account => accountView(account, now)))
  return { data }
})

export const createAccount = operation({
  on: AccountsNode,
  method: 'POST',
  name: 'createAccount',
  summary: 'Create an account, as a portfolio does in Business Suite; an app of its own is subscribed.',
  access: 'control',
  params: z.looseObject({
    id: z
      .string()
      .regex(/^\d{5,20}$/)
      .optional(),
    business_id: z.string().optional().describe('The portfolio of the world when left out.'),
    name: z.string().min(1).max(100),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    timezone_id: z.string().optional().describe('A number, or a name like `Europe/Berlin`.'),
    review: z.enum(['PENDING', 'APPROVED']).optional().describe('APPROVED when left out.'),
  }),
  returns: AccountView,
}).run(async ({ params, read, stage, ids, record, now }) => {
  const business_id = params.business_id ?? (await ownBusiness(read))
  const business = await read.businesses.find(business_id)
  if (!business) throw refusal(`There is no portfolio ${business_id}. Create it with POST /control/businesses.`)
  await assertFree(read, params.id)
  const { timezone_id = '1' } = params
  if (!isTimeZone(timezone_id))
    throw refusal(`${timezone_id} is no time zone. Give a number, or a name like Europe/Berlin.`)
  if ((await read.accounts.ofBusiness(business_id)).length >= MAX_ACCOUNTS)
    throw refusal(`A portfolio has ${MAX_ACCOUNTS} accounts at most. Create another portfolio.`)
  const account: Account = {
    id: params.id ?? ids.node(),
    name: params.name,
    business_id,
    timezone_id,
    currency: params.currency ?? 'USD',
    country: params.country ?? 'US',
    message_template_namespace: namespaceFrom(ids.opaque(16)),
    account_review_status: params.review ?? 'APPROVED',
    status: 'ACTIVE',
    created_at: now,
  }
  stage.node(account.id, 'WhatsAppBusinessAccount', business_id)
  stage.accounts.add(account)
  const app = (await read.apps.all()).find(one => one.business_id === business_id)
  if (app)
    stage.subscribedApps.add({
      id: `${account.id}/${app.id}`,
      account_id: account.id,
      app_id: app.id,
      subscribed_at: now,
    })
  record({ type: 'account.created', at: now, account_id: account.id })
  return accountView(account, now)
})

async function ownBusiness(read: Read): Promise<string> {
  const [app] = await read.apps.all()
  if (!app) throw refusal('The world has no portfolio yet. Name one with business_id.')
  return app.business_id
}

function namespaceFrom(opaque: string): string {
  const hex = Buffer.from(opaque, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('_')
}
