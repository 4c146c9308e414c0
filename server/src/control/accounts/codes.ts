import { z } from 'zod'
import { SHORT_LIVED_TOKEN } from '../../api/oauth/issue.ts'
import type { AuthorizationCode } from '../../domain/accounts/tokens.ts'
import { SECOND } from '../../domain/time.ts'
import { tokenHash } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import type { Unit } from '../../store/store.ts'
import { type Holder, HolderParams, holderOf } from './holder.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/implementation */
const CODE_LIFETIME = 30 * SECOND

export const CodesNode = node<object>({
  name: 'Codes',
  summary: 'Where authorization codes are given out.',
  singleton: 'codes',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const issueCode = operation({
  on: CodesNode,
  method: 'POST',
  name: 'issueCode',
  summary: 'The code that a person who signed up hands to the app; GET /oauth/access_token makes a token of it.',
  access: 'control',
  params: z.looseObject({
    ...HolderParams,
    redirect_uri: z.string().optional().describe('Has to be said again when the code is exchanged.'),
    token_expires_in: z.int().positive().optional().describe('Seconds that its token lives.'),
  }),
  returns: z.object({ code: z.string(), expires_in: z.int(), user_id: z.string() }),
}).run(async call => {
  const { params, stage, ids, now } = call
  const holder = await holderOf(call, params)
  const text = `AQ${ids.opaque(96)}`
  const usual = holder.kind === 'USER' ? SHORT_LIVED_TOKEN : 0
  const code: AuthorizationCode = {
    ...holder,
    id: tokenHash(text),
    ...(params.redirect_uri === undefined ? {} : { redirect_uri: params.redirect_uri }),
    expires_at: now + CODE_LIFETIME,
    token_lifetime: params.token_expires_in === undefined ? usual : params.token_expires_in * SECOND,
  }
  stage.authorizationCodes.add(code)
  await tellPartner(call, holder)
  return { code: text, expires_in: CODE_LIFETIME / SECOND, user_id: holder.user_id }
})

/** The partner hears that a customer has installed its app. */
async function tellPartner(
  { read, record, now }: Unit,
  { app_id, business_id, account_ids = [] }: Holder,
): Promise<void> {
  const app = await read.apps.find(app_id)
  if (!app || app.business_id === business_id) return
  const partner = { owner_business_id: business_id, partner_business_id: app.business_id, app_id }
  for (const account_id of account_ids) record({ type: 'account.app_installed', at: now, account_id, ...partner })
}
