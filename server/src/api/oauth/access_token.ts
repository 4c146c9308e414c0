import { z } from 'zod'
import type { App } from '../../domain/accounts/apps.ts'
import {
  AuthorizationCodeExpired,
  AuthorizationCodeMismatch,
  AuthorizationCodeUnknown,
  AuthorizationCodeUsed,
  ClientSecretInvalid,
  InvalidParameter,
  UnsupportedGrant,
} from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { identify, tokenHash } from '../../graph/access.ts'
import { type Call, operation } from '../../graph/operation.ts'
import { exchangeCode } from './exchange-code.ts'
import { type Issued, issue, LONG_LIVED_TOKEN } from './issue.ts'
import { appBySecret, OauthNode } from './node.ts'

const Params = z.looseObject({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string().optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional().describe('The same as in the dialog, where that had one.'),
  fb_exchange_token: z.string().optional(),
})
const Granted = z.object({ access_token: z.string(), token_type: z.literal('bearer'), expires_in: z.int().optional() })

const contract = {
  on: OauthNode,
  edge: 'access_token',
  access: 'none' as const,
  params: Params,
  returns: Granted,
  refusals: [
    ClientSecretInvalid,
    AuthorizationCodeExpired,
    AuthorizationCodeUsed,
    AuthorizationCodeMismatch,
    AuthorizationCodeUnknown,
    UnsupportedGrant(''),
  ],
}

type Exchange = Call<object, z.output<typeof Params>, undefined>

/** The same exchange, however it is asked for. */
async function exchange(call: Exchange): Promise<Issued> {
  const { params, read } = call
  const app = await appBySecret(params, read)
  const grant = params.grant_type ?? (params.code === undefined ? '' : 'authorization_code')
  if (grant === 'client_credentials') return { access_token: `${app.id}|${app.secret}`, token_type: 'bearer' }
  if (grant === 'fb_exchange_token') return extend(call, app)
  if (grant === 'authorization_code') return exchangeCode(call, app, params)
  throw new Refused(UnsupportedGrant(grant))
}

/** A token of the same reach that lives longer; the old one stays as it is. */
async function extend(call: Exchange, app: App): Promise<Issued> {
  const { params, read, now } = call
  const text = params.fb_exchange_token
  const old = text === undefined ? undefined : await read.tokens.find(tokenHash(text))
  if (text === undefined || !old || old.app_id !== app.id)
    throw new Refused(InvalidParameter('fb_exchange_token is not a token of this app.'))
  await identify(text, read, now)
  const { version: _, id: __, issued_at, expires_at, ended, ...reach } = old
  return issue(call, { ...reach, lifetime: LONG_LIVED_TOKEN })
}

export const exchangeToken = operation({
  ...contract,
  method: 'GET',
  name: 'exchangeToken',
  summary: 'Exchange a code, a token, or the credentials of an app for a token.',
}).run(exchange)

export const exchangeTokenByPost = operation({
  ...contract,
  method: 'POST',
  name: 'exchangeTokenByPost',
  summary: 'Exchange a code, a token, or the credentials of an app for a token.',
}).run(exchange)
