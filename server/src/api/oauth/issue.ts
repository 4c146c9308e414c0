import type { Scope, Token } from '../../domain/accounts/tokens.ts'
import { DAY, HOUR, SECOND } from '../../domain/time.ts'
import { tokenHash } from '../../graph/access.ts'
import type { Unit } from '../../store/store.ts'

/** https://developers.facebook.com/docs/facebook-login/guides/access-tokens */
export const LONG_LIVED_TOKEN = 60 * DAY
/** A token from a dialog, before it is exchanged for a long-lived one. */
export const SHORT_LIVED_TOKEN = 2 * HOUR
/** The token of the API set-up page. */
export const TEMPORARY_TOKEN = 24 * HOUR

export interface Grant {
  kind: Token['kind']
  app_id: string
  user_id: string
  business_id: string
  scopes: Scope[]
  account_ids?: string[]
  targets?: Token['targets']
  /** Milliseconds; 0 = it never expires. */
  lifetime: number
}

/** A token as the platform answers with it; `expires_in` is in seconds. */
export interface Issued {
  access_token: string
  token_type: 'bearer'
  expires_in?: number
}

/** Makes a token. Its text is told once and kept nowhere: what is stored is a hash. */
export function issue({ stage, ids, now, record }: Unit, grant: Grant): Issued {
  const text = `EAA${ids.opaque(96)}`
  const { lifetime, targets, account_ids, ...rest } = grant
  stage.tokens.add({
    ...rest,
    id: tokenHash(text),
    ...(account_ids ? { account_ids } : {}),
    ...(targets ? { targets } : {}),
    issued_at: now,
    expires_at: lifetime === 0 ? 0 : now + lifetime,
  })
  record({ type: 'token.issued', at: now, app_id: grant.app_id })
  return {
    access_token: text,
    token_type: 'bearer',
    ...(lifetime === 0 ? {} : { expires_in: Math.floor(lifetime / SECOND) }),
  }
}
