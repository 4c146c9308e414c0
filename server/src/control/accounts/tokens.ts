import { z } from 'zod'
import { issue, TEMPORARY_TOKEN } from '../../api/oauth/issue.ts'
import { SCOPES } from '../../domain/accounts/scopes.ts'
import { TOKEN_ENDS } from '../../domain/accounts/token-ends.ts'
import { SECOND } from '../../domain/time.ts'
import { tokenHash } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'
import { HolderParams, holderOf } from './holder.ts'

/** Tokens themselves are kept nowhere, so the list of them has nothing to show. */
export const TokensNode = node<object>({
  name: 'Tokens',
  summary: 'Where access tokens are issued and ended.',
  singleton: 'tokens',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const issueToken = operation({
  on: TokensNode,
  method: 'POST',
  name: 'issueToken',
  summary: 'Issue an access token with these permissions, for tests of what a caller may not do.',
  access: 'control',
  params: z.looseObject({
    ...HolderParams,
    expires_in: z
      .int()
      .positive()
      .optional()
      .describe('Seconds on the world clock; 24 hours for a TEMPORARY one and never for others, when left out.'),
    targets: z
      .partialRecord(z.enum(SCOPES), z.array(z.string()))
      .optional()
      .describe('Permissions that reach fewer accounts than the token.'),
  }),
  returns: z.object({
    access_token: z.string(),
    token_type: z.literal('bearer'),
    expires_in: z.int().optional(),
    user_id: z.string(),
  }),
}).run(async call => {
  const { params } = call
  const holder = await holderOf(call, params)
  const usual = params.kind === 'TEMPORARY' ? TEMPORARY_TOKEN : 0
  const lifetime = params.expires_in === undefined ? usual : params.expires_in * SECOND
  const issued = issue(call, { ...holder, ...(params.targets ? { targets: params.targets } : {}), lifetime })
  return { ...issued, user_id: holder.user_id }
})

export const endToken = operation({
  on: TokensNode,
  edge: 'end',
  method: 'POST',
  name: 'endToken',
  summary: 'End a token as the platform does when a person changes the password, removes the app or logs out.',
  access: 'control',
  params: z.looseObject({ token: z.string(), because: z.enum(TOKEN_ENDS) }),
  returns: Success,
}).run(async ({ params, read, stage, record, now }) => {
  const token = await read.tokens.find(tokenHash(params.token))
  if (!token) throw refusal('There is no such token. Issue one with POST /control/tokens.')
  stage.tokens.change({ ...token, ended: params.because })
  record({ type: 'token.revoked', at: now, app_id: token.app_id })
  return success
})
