import { z } from 'zod'
import {
  AuthorizationCodeInvalid,
  ClientSecretInvalid,
  InvalidParameter,
  UnsupportedGrant,
} from '../../domain/catalogue.ts'
import type { App, Token } from '../../domain/model.ts'
import { Refused } from '../../domain/refusals.ts'
import { DAY, SECOND } from '../../domain/time.ts'
import { sameText, tokenHash } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'
import { type Call, operation } from '../../graph/operation.ts'

/** https://developers.facebook.com/docs/facebook-login/guides/access-tokens */
export const LONG_LIVED_TOKEN = 60 * DAY

export const OauthNode = node<object>({
  name: 'Oauth',
  summary: 'Where tokens are exchanged.',
  singleton: 'oauth',
  access: 'none',
  load: async () => ({}),
  fields: {},
})

const Params = z.looseObject({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.string().optional(),
  code: z.string().optional(),
  fb_exchange_token: z.string().optional(),
})
const Granted = z.object({ access_token: z.string(), token_type: z.literal('bearer'), expires_in: z.int().optional() })

const contract = {
  on: OauthNode,
  edge: 'access_token',
  access: 'none' as const,
  params: Params,
  returns: Granted,
  refusals: [ClientSecretInvalid, AuthorizationCodeInvalid, UnsupportedGrant('')],
}

/** The same exchange, however it is asked for. */
async function exchange(call: Call<object, z.output<typeof Params>, undefined>): Promise<z.input<typeof Granted>> {
  const { params, read } = call
  const app = await read.apps.find(params.client_id)
  if (!app || !sameText(app.secret, params.client_secret)) throw new Refused(ClientSecretInvalid)
  const grant = params.grant_type ?? (params.code === undefined ? '' : 'authorization_code')
  if (grant === 'client_credentials') return { access_token: `${app.id}|${app.secret}`, token_type: 'bearer' }
  if (grant === 'fb_exchange_token') return extend(call, app)
  // Codes come from Embedded Signup, which is not here: none was ever given out.
  if (grant === 'authorization_code') throw new Refused(AuthorizationCodeInvalid)
  throw new Refused(UnsupportedGrant(grant))
}

/** A token of the same reach that lives longer. */
async function extend(
  call: Call<object, z.output<typeof Params>, undefined>,
  app: App,
): Promise<z.input<typeof Granted>> {
  const { params, read, stage, ids, now, record } = call
  const old =
    params.fb_exchange_token === undefined ? undefined : await read.tokens.find(tokenHash(params.fb_exchange_token))
  if (!old || old.app_id !== app.id || old.revoked || (old.expires_at !== 0 && old.expires_at <= now)) {
    throw new Refused(InvalidParameter('fb_exchange_token is not a valid token of this app.'))
  }
  const text = `EAA${ids.opaque(96)}`
  const { version: _, ...rest } = old
  const token: Token = { ...rest, id: tokenHash(text), issued_at: now, expires_at: now + LONG_LIVED_TOKEN }
  stage.tokens.add(token)
  record({ type: 'token.issued', at: now, app_id: app.id })
  return { access_token: text, token_type: 'bearer', expires_in: LONG_LIVED_TOKEN / SECOND }
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
