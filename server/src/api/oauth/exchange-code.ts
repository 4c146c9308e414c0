import type { App } from '../../domain/accounts/apps.ts'
import type { AuthorizationCode } from '../../domain/accounts/tokens.ts'
import {
  AuthorizationCodeExpired,
  AuthorizationCodeMismatch,
  AuthorizationCodeUnknown,
  AuthorizationCodeUsed,
} from '../../domain/catalogue.ts'
import { type Refusal, Refused } from '../../domain/refusals.ts'
import { tokenHash } from '../../graph/access.ts'
import type { Unit } from '../../store/store.ts'
import { type Issued, issue } from './issue.ts'

/**
 * A code is good for one token, once, within its seconds, for the app and the `redirect_uri` that it was made for.
 * https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow
 */
export async function exchangeCode(
  unit: Unit,
  app: App,
  { code: text = '', redirect_uri }: { code?: string | undefined; redirect_uri?: string | undefined },
): Promise<Issued> {
  const code = await unit.read.authorizationCodes.find(tokenHash(text))
  if (!code) throw new Refused(AuthorizationCodeUnknown)
  const refusal = objection(code, app, redirect_uri, unit.now)
  if (refusal) throw new Refused(refusal)
  unit.stage.authorizationCodes.change({ ...code, used_at: unit.now })
  const { kind, user_id, business_id, scopes, account_ids, token_lifetime: lifetime } = code
  const grant = { kind, app_id: app.id, user_id, business_id, scopes, lifetime }
  return issue(unit, { ...grant, ...(account_ids ? { account_ids } : {}) })
}

function objection(
  code: AuthorizationCode,
  app: App,
  redirectUri: string | undefined,
  now: number,
): Refusal | undefined {
  if (code.app_id !== app.id) return AuthorizationCodeMismatch
  if (code.used_at !== undefined) return AuthorizationCodeUsed
  if (code.expires_at <= now) return AuthorizationCodeExpired
  return (code.redirect_uri ?? '') === (redirectUri ?? '') ? undefined : AuthorizationCodeMismatch
}
