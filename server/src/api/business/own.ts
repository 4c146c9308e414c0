import { NoAccountPermission } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Caller } from '../../graph/access.ts'

/** Throws Refused for those whom the portfolio has only shared accounts with: this is for its own people. */
export function assertOwn(caller: Caller, business: { id: string }): void {
  if (caller.kind === 'token' && caller.token.business_id !== business.id) throw new Refused(NoAccountPermission)
  if (caller.kind === 'app' && caller.app.business_id !== business.id) throw new Refused(NoAccountPermission)
}

/** The user behind a token, for the log. */
export const actorOf = (caller: Caller): { actor_id?: string } =>
  caller.kind === 'token' ? { actor_id: caller.token.user_id } : {}
