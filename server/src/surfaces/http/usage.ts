import type { GraphAnswer } from '../../graph/dispatch.ts'

/** What an app may use of the platform is told in percent; how long the server works for it is not limited here. */
const UNLIMITED = { total_cputime: 0, total_time: 0 }

/** Calls that send are not counted. */
const SENDING_USE = JSON.stringify({
  type: 'whatsapp',
  call_count: 0,
  ...UNLIMITED,
  estimated_time_to_regain_access: 0,
})

/**
 * How much of its calls an app has used up: of those about an account by use case, of others on its own account.
 * https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export function addUsage(headers: Record<string, string>, answer: GraphAnswer): void {
  const { account_id, usage } = answer
  const call_count = usage?.call_count ?? 0
  if (account_id === undefined) {
    headers['x-app-usage'] = JSON.stringify({ call_count, ...UNLIMITED })
    return
  }
  const regain = { estimated_time_to_regain_access: usage?.estimated_time_to_regain_access ?? 0 }
  const use = answer.sends
    ? SENDING_USE
    : JSON.stringify({ type: 'whatsapp_business_management', call_count, ...UNLIMITED, ...regain })
  headers['x-business-use-case-usage'] = `{"${account_id}":[${use}]}`
}
