import type { Account } from '../../../domain/accounts/model.ts'
import { CostNotAvailable } from '../../../domain/catalogue.ts'
import { Refused } from '../../../domain/refusals.ts'
import type { Caller } from '../../../graph/access.ts'
import { listed } from './ask.ts'

/** The portfolio that a token asks for. */
export const askingFor = (caller: Caller): { businessId?: string } =>
  caller.kind === 'token' ? { businessId: caller.token.business_id } : {}

/**
 * The metrics that are told: all of them when none are named. What an account costs that a partner's credit pays for is
 * between the platform and the partner. Throws Refused when nothing else is asked for.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 * NOTE: that the partner itself sees the cost is ours.
 */
export function metricsTold<M extends string>(
  account: Account,
  asked: readonly M[] | undefined,
  all: readonly M[],
  businessId: string | undefined,
): readonly M[] {
  const metrics = listed(asked) ?? all
  if (account.paid_by === undefined || account.paid_by === businessId) return metrics
  const told = metrics.filter(metric => metric !== 'COST')
  if (told.length === 0) throw new Refused(CostNotAvailable)
  return told
}
