import { z } from 'zod'
import { SCOPES } from '../../domain/accounts/scopes.ts'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { issue, LONG_LIVED_TOKEN } from '../oauth/issue.ts'
import { UserNode } from './node.ts'

/**
 * NOTE: known from the guide to system users only.
 * https://developers.facebook.com/docs/business-management-apis/system-users/install-apps-and-generate-tokens
 */
export const generateSystemUserToken = operation({
  on: UserNode,
  edge: 'access_tokens',
  method: 'POST',
  name: 'generateSystemUserToken',
  summary: 'A token of a system user for an app of the portfolio.',
  access: ['business_management'],
  admin: true,
  params: z.looseObject({
    business_app: z.string(),
    scope: z.array(z.enum(SCOPES)).min(1),
    appsecret_proof: z.string().describe("The caller's token, signed with its app's secret."),
    set_token_expires_in_60_days: z.boolean().optional().describe('Otherwise it never expires.'),
  }),
  returns: z.object({ access_token: z.string() }),
  refusals: [InvalidParameter()],
}).run(async call => {
  const { node: user, params, read } = call
  if (user.kind !== 'SYSTEM_USER')
    throw new Refused(InvalidParameter('Only system users have tokens that are generated.'))
  const app = await read.apps.find(params.business_app)
  if (app?.business_id !== user.business_id)
    throw new Refused(InvalidParameter('business_app is not an app of the business of this system user.'))
  const { access_token } = issue(call, {
    kind: 'SYSTEM_USER',
    app_id: app.id,
    user_id: user.id,
    business_id: user.business_id,
    scopes: params.scope,
    lifetime: params.set_token_expires_in_60_days ? LONG_LIVED_TOKEN : 0,
  })
  return { access_token }
})
