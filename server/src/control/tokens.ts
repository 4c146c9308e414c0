import { z } from 'zod'
import type { Token } from '../domain/model.ts'
import { SECOND } from '../domain/time.ts'
import { tokenHash } from '../graph/access.ts'
import { node } from '../graph/node.ts'
import { operation } from '../graph/operation.ts'
import { refusal } from './refuse.ts'

/** Tokens themselves are kept nowhere, so the list of them has nothing to show. */
export const TokensNode = node<object>({
  name: 'Tokens',
  summary: 'Where access tokens are issued.',
  singleton: 'tokens',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

const SCOPES = ['whatsapp_business_messaging', 'whatsapp_business_management', 'business_management'] as const

export const issueToken = operation({
  on: TokensNode,
  method: 'POST',
  name: 'issueToken',
  summary: 'Issue an access token with these permissions, for tests of what a caller may not do.',
  access: 'control',
  params: z.looseObject({
    kind: z.enum(['USER', 'SYSTEM_USER']).optional(),
    scopes: z.array(z.enum(SCOPES)).optional().describe('All when absent.'),
    expires_in: z.int().positive().optional().describe('Seconds on the world clock; never when absent.'),
    account_ids: z.array(z.string()).optional().describe('Accounts it reaches; all of the portfolio when absent.'),
  }),
  returns: z.object({ access_token: z.string(), token_type: z.literal('bearer'), expires_in: z.int().optional() }),
}).run(async ({ params, read, stage, ids, now, record }) => {
  const [app] = await read.apps.all()
  if (!app) throw refusal('The world has no app to issue tokens for.')
  const kind = params.kind ?? 'SYSTEM_USER'
  const user_id = ids.node()
  stage.node(user_id, 'User', app.business_id)
  stage.users.add({ id: user_id, name: 'Test User', business_id: app.business_id, kind })
  const text = `EAA${ids.opaque(96)}`
  const token: Token = {
    id: tokenHash(text),
    kind,
    app_id: app.id,
    user_id,
    business_id: app.business_id,
    scopes: params.scopes ?? [...SCOPES],
    ...(params.account_ids ? { account_ids: params.account_ids } : {}),
    issued_at: now,
    expires_at: params.expires_in === undefined ? 0 : now + params.expires_in * SECOND,
  }
  stage.tokens.add(token)
  record({ type: 'token.issued', at: now, app_id: app.id })
  return {
    access_token: text,
    token_type: 'bearer' as const,
    ...(params.expires_in === undefined ? {} : { expires_in: params.expires_in }),
  }
})
