import { z } from 'zod'
import { SCOPES } from '../../domain/accounts/scopes.ts'
import { InvalidParameter, MissingPermissions } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Caller } from '../../graph/access.ts'
import { NoParams, operation, Success, success } from '../../graph/operation.ts'
import { UserNode } from './node.ts'

/** https://developers.facebook.com/docs/facebook-login/guides/permissions/request-revoke */
export const listPermissions = operation({
  on: UserNode,
  edge: 'permissions',
  method: 'GET',
  name: 'listPermissions',
  summary: 'Permissions that the user has granted the app, by any token that may still be used.',
  access: 'token',
  params: NoParams,
  returns: z.object({ data: z.array(z.object({ permission: z.string(), status: z.literal('granted') })) }),
  refusals: [MissingPermissions],
}).run(async ({ node: user, caller, read, now }) => {
  const appId = appOver(caller, user.id)
  const tokens = (await read.tokens.ofUser(user.id)).filter(
    token => token.app_id === appId && !token.ended && (token.expires_at === 0 || token.expires_at > now),
  )
  const scopes = new Set(tokens.flatMap(token => token.scopes))
  return { data: [...scopes].sort().map(permission => ({ permission, status: 'granted' as const })) }
})

export const removeApp = operation({
  on: UserNode,
  edge: 'permissions',
  method: 'DELETE',
  name: 'removeApp',
  summary: 'Take every permission back from the app: its tokens of this user are over.',
  access: 'token',
  params: NoParams,
  returns: Success,
  refusals: [MissingPermissions],
}).run(async ({ node: user, caller, read, stage, now, record }) => {
  const appId = appOver(caller, user.id)
  const tokens = await read.tokens.ofUser(user.id)
  const ended = tokens.filter(one => one.app_id === appId && !one.ended)
  for (const token of ended) stage.tokens.change({ ...token, ended: 'app_removed' })
  record({ type: 'user.app_removed', at: now, user_id: user.id, app_id: appId })
  const app = await read.apps.find(appId)
  if (!app || app.business_id === user.business_id) return success
  // A customer takes back what it granted a partner, who hears of it.
  const partner = { owner_business_id: user.business_id, partner_business_id: app.business_id, app_id: appId }
  const accounts = new Set(ended.flatMap(token => token.account_ids ?? []))
  for (const account_id of accounts) record({ type: 'account.app_removed', at: now, account_id, ...partner })
  return success
})

/** https://developers.facebook.com/docs/facebook-login/guides/permissions/request-revoke */
export const removePermission = operation({
  on: UserNode,
  edge: 'permissions/{permission}',
  method: 'DELETE',
  name: 'removePermission',
  summary: 'Take one permission back from the app: its tokens of this user do not have it any more.',
  access: 'token',
  params: z.looseObject({ permission: z.string() }),
  returns: Success,
  refusals: [MissingPermissions, InvalidParameter()],
}).run(async ({ node: user, params, caller, read, stage, now, record }) => {
  const appId = appOver(caller, user.id)
  const permission = SCOPES.find(scope => scope === params.permission)
  if (!permission) throw new Refused(InvalidParameter(`There is no permission ${params.permission}.`))
  const tokens = await read.tokens.ofUser(user.id)
  const bearing = tokens.filter(one => one.app_id === appId && !one.ended && one.scopes.includes(permission))
  for (const token of bearing) {
    const { [permission]: _, ...targets } = token.targets ?? {}
    const scopes = token.scopes.filter(scope => scope !== permission)
    stage.tokens.change({ ...token, scopes, ...(token.targets ? { targets } : {}) })
  }
  if (bearing.length > 0)
    record({ type: 'user.permission_removed', at: now, user_id: user.id, app_id: appId, permission })
  return success
})

/** The app whose permissions are meant: a user speaks for itself only, an app for each of its users. */
function appOver(caller: Caller, userId: string): string {
  if (caller.kind === 'app') return caller.app.id
  if (caller.kind === 'token' && caller.token.user_id === userId) return caller.app.id
  throw new Refused(MissingPermissions)
}
