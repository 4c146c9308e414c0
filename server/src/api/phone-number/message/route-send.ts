import { ThreadNotOwned } from '../../../domain/catalogue.ts'
import { freeFormBy, ownerOf, threadId } from '../../../domain/messaging/thread.ts'
import type { PhoneNumber } from '../../../domain/numbers/model.ts'
import { Refused } from '../../../domain/refusals.ts'
import type { Caller } from '../../../graph/access.ts'
import type { Unit } from '../../../store/store.ts'

/** Who calls, and the body of the call as it came: what others who share the number get to see of it. */
export interface Sending {
  caller: Caller
  params: object
}

/**
 * Whether an app may write into a thread, where several share the number. Templates always go and change nothing; the
 * first other message of the escalation partner takes the thread over. Costs nothing where no routing is configured.
 */
export async function routeSend(
  { read, stage, ids, now }: Unit,
  { id, routing }: PhoneNumber,
  customerId: string,
  { caller }: Sending,
  isTemplate: boolean,
): Promise<{ sent_by?: string }> {
  if (!routing || caller.kind !== 'token') return {}
  const sent_by = caller.app.id
  if (isTemplate) return { sent_by }
  const conversation = await read.conversations.find(id, customerId)
  const owner = ownerOf(await read.threads.find(threadId(id, customerId)), conversation?.last_received_at, now)
  const verdict = freeFormBy(sent_by, owner, routing)
  if (verdict === 'refused') throw new Refused(ThreadNotOwned)
  if (verdict === 'takes') {
    const payload = { phone_number_id: id, customer_id: customerId, app_id: sent_by }
    stage.job({ id: ids.key(), name: 'take-thread', due_at: now, subject: customerId, payload })
  }
  return { sent_by }
}

/** The body as others may see it: without what lets somebody call. */
export const shownBody = ({ params }: Sending): object =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !CREDENTIALS.includes(name)))

const CREDENTIALS: readonly string[] = ['access_token', 'appsecret_proof', 'appsecret_time']
