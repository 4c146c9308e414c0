import { z } from 'zod'
import type { Business } from '../../domain/accounts/model.ts'
import { SCOPES, USUAL_SCOPES } from '../../domain/accounts/scopes.ts'
import type { User } from '../../domain/accounts/tokens.ts'
import { InvalidParameter, NoAccountPermission } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Stored } from '../../domain/stored.ts'
import type { Caller } from '../../graph/access.ts'
import { operation } from '../../graph/operation.ts'
import type { Unit } from '../../store/store.ts'
import { issue, LONG_LIVED_TOKEN } from '../oauth/issue.ts'
import { BusinessNode } from './node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/hosted-es */
export const businessToken = operation({
  on: BusinessNode,
  edge: 'system_user_access_tokens',
  method: 'POST',
  name: 'businessToken',
  summary: "A business token: it reaches the customer's accounts that are shared with the caller's portfolio.",
  docs: 'embedded-signup/hosted-es',
  access: ['business_management'],
  admin: true,
  params: z.looseObject({
    appsecret_proof: z.string(),
    fetch_only: z.boolean().optional(),
    system_user_id: z.string().optional(),
    scope: z.array(z.enum(SCOPES)).min(1).optional(),
    asset: z.array(z.string()).min(1).optional().describe('Accounts; all that are shared when left out.'),
    set_token_expires_in_60_days: z.boolean().optional(),
  }),
  returns: z.object({ access_token: z.string() }),
  refusals: [InvalidParameter(), NoAccountPermission],
}).run(async call => {
  const { node: business, params, caller } = call
  if (caller.kind !== 'token') throw new Refused(NoAccountPermission)
  const reach = await reachOf(call, business, caller, params.asset)
  const user = await systemUserOf(call, business, caller.app, params.system_user_id)
  const { access_token } = issue(call, {
    kind: 'SYSTEM_USER',
    app_id: caller.app.id,
    user_id: user.id,
    business_id: business.id,
    scopes: params.scope ?? [...USUAL_SCOPES],
    account_ids: reach,
    lifetime: params.set_token_expires_in_60_days ? LONG_LIVED_TOKEN : 0,
  })
  return { access_token }
})

type TokenCaller = Extract<Caller, { kind: 'token' }>

/** The accounts it is for; the caller gives away no more than it has itself. */
async function reachOf(
  { read }: Unit,
  business: Business,
  { token }: TokenCaller,
  asked: string[] | undefined,
): Promise<string[]> {
  const accounts = (await read.accounts.ofBusiness(business.id)).filter(
    ({ id, partners }) =>
      (token.business_id === business.id || partners?.includes(token.business_id)) &&
      (!token.account_ids || token.account_ids.includes(id)),
  )
  const ids = accounts.map(account => account.id)
  const foreign = asked?.find(id => !ids.includes(id))
  if (foreign !== undefined) throw new Refused(InvalidParameter(`asset ${foreign} is not shared with you.`))
  if (ids.length === 0) throw new Refused(NoAccountPermission)
  return asked ?? ids
}

/** The customer's system user for an app: the one that is named, or the one made for it before, or a new one. */
async function systemUserOf(
  { read, stage, ids, now, record }: Unit,
  business: Stored<Business>,
  app: { id: string; name: string },
  named: string | undefined,
): Promise<User> {
  const users = (await read.users.ofBusiness(business.id)).filter(user => user.kind === 'SYSTEM_USER')
  if (named !== undefined) {
    const found = users.find(user => user.id === named)
    if (!found) throw new Refused(InvalidParameter(`system_user_id ${named} is not a system user of this business.`))
    return found
  }
  const name = `${app.name} System User`
  const existing = users.find(user => user.name === name)
  if (existing) return existing
  const user: User = { id: ids.node(), name, business_id: business.id, kind: 'SYSTEM_USER', role: 'ADMIN' }
  stage.node(user.id, 'User', business.id)
  stage.users.add(user)
  record({ type: 'user.created', at: now, business_id: business.id, user_id: user.id })
  return user
}
