import type { Timers } from '../runtime/timers.ts'
import type { Read } from '../store/read.ts'
import type { Unit } from '../store/store.ts'
import { type Delivery, faultsOf, notification } from './batch.ts'
import type { Endpoint } from './endpoints.ts'
import { ANSWER_MS, type HttpOut } from './http-out.ts'
import { type AttemptOutcome, outcomeOf, outcomeOfStatus } from './outcomes.ts'
import { nextAttempt, type RetryProfile } from './retry.ts'
import { signatures } from './sign.ts'

/** Of what a receiver says, as much is kept. Characters. */
const DETAIL = 500

/** How one call ended, for all deliveries that were in it. */
export interface Attempt {
  outcome: AttemptOutcome
  http_status: number | null
  /** Real milliseconds. */
  duration: number
  detail: string
}

interface Calling {
  read: Read
  http: HttpOut
  timers: Timers
  /** Calls it off: for its time-out, and when the server stops. */
  control: AbortController
}

/** Sends one notification, signed with the app's secret over its very bytes. Never rejects. */
export async function attemptCall(endpoint: Endpoint, batch: Delivery[], calling: Calling): Promise<Attempt> {
  const { read, http, timers, control } = calling
  const began = timers.elapsed()
  const ended = (outcome: AttemptOutcome, http_status: number | null, detail: string): Attempt => {
    const duration = Math.round((timers.elapsed() - began) * 100) / 100
    return { outcome, http_status, duration, detail: detail.slice(0, DETAIL) }
  }
  const timeout = new DOMException(`No answer within ${ANSWER_MS} ms.`, 'TimeoutError')
  const cancel = timers.after(ANSWER_MS, () => control.abort(timeout))
  try {
    const app = await read.apps.find(endpoint.app_id)
    if (!app) return ended('app_gone', null, `There is no app ${endpoint.app_id} any more.`)
    const body = notification(batch)
    const faults = faultsOf(batch[0]!)
    if (batch[0]!.attempts < (faults.drop ?? 0)) return ended('dropped', null, 'Lost on purpose.')
    const headers = signatures(body, faults.bad_signature ? `not ${app.secret}` : app.secret)
    const pause = faults.slow_ms === undefined ? undefined : () => wait(timers, faults.slow_ms!)
    const { status, text } = await http.post(endpoint.url, body, headers, {
      signal: control.signal,
      ...(pause ? { pause } : {}),
    })
    return ended(outcomeOfStatus(status), status, status === 200 ? '' : text)
  } catch (error) {
    return ended(outcomeOf(error), null, (error as Error).message)
  } finally {
    cancel()
  }
}

const wait = (timers: Timers, milliseconds: number) => new Promise<void>(resolve => timers.after(milliseconds, resolve))

/** Stages what an attempt leaves behind. Returns the instant of the next attempt, if there is one. */
export function stageAttempt(
  { stage, ids, now }: Unit,
  batch: Delivery[],
  attempt: Attempt,
  profile: RetryProfile,
): number | undefined {
  let next: number | undefined
  for (const { id, attempts: before } of batch) {
    const attempts = before + 1
    const due = nextAttempt(attempts, attempt.outcome, now, profile)
    const status = attempt.outcome === 'delivered' ? 'delivered' : due === undefined ? 'failed' : 'pending'
    stage.insert('attempts', { id: ids.key(), delivery_id: id, at: now, ...attempt })
    const row = { id, status, attempts, locked_until: 0 }
    stage.update('deliveries', due === undefined ? { ...row, settled_at: now } : { ...row, due_at: due })
    if (due !== undefined) next = Math.min(due, next ?? due)
  }
  return next
}
