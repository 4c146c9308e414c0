import { z } from 'zod'
import { ClientSecretInvalid, InvalidParameter, InvalidToken } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { identify, tokenHash } from '../../graph/access.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { appBySecret, OauthNode } from './node.ts'

/**
 * NOTE: known from the guide to system users only.
 * https://developers.facebook.com/docs/business-management-apis/system-users/install-apps-and-generate-tokens
 */
export const revokeToken = operation({
  on: OauthNode,
  edge: 'revoke',
  method: 'GET',
  name: 'revokeToken',
  summary: 'End a token of the app before its time.',
  access: 'none',
  params: z.looseObject({
    client_id: z.string(),
    client_secret: z.string(),
    revoke_token: z.string(),
    access_token: z.string().optional().describe('A token of the same app, or the app itself.'),
  }),
  returns: Success,
  refusals: [ClientSecretInvalid, InvalidParameter(), InvalidToken],
}).run(async ({ params, read, stage, now, record }) => {
  const app = await appBySecret(params, read)
  const caller = await identify(params.access_token, read, now)
  if ((caller.kind === 'token' || caller.kind === 'app') && caller.app.id !== app.id) throw new Refused(InvalidToken)
  const token = await read.tokens.find(tokenHash(params.revoke_token))
  if (!token || token.app_id !== app.id) throw new Refused(InvalidParameter('revoke_token is not a token of this app.'))
  if (token.ended) return success
  stage.tokens.change({ ...token, ended: 'invalidated' })
  record({ type: 'token.revoked', at: now, app_id: app.id })
  return success
})
