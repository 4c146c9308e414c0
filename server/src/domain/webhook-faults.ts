import { SECOND } from './time.ts'

/**
 * What goes wrong on purpose with the webhooks of an app, so that a receiver can be tried against it. All of it happens on
 * the platform now and then; here nothing does unless it is asked for.
 */
export interface WebhookFaults {
  /** Only webhooks of these fields; all when absent. */
  fields?: string[]
  /** Further copies of each webhook. */
  duplicate?: number
  /** What happened in one step is told in the opposite order: `delivered` before `sent`. */
  reorder?: boolean
  /** World milliseconds by which each webhook is late. */
  delay_ms?: number
  /** So many first attempts of each webhook get lost; the retry schedule brings the next. */
  drop?: number
  /** Webhooks of a second of world time come as one notification of so many at most. */
  batch?: number
  /** Signatures do not fit the body. */
  bad_signature?: boolean
  /** Real milliseconds in the middle of each notification. */
  slow_ms?: number
}

/** What holds webhooks back until others can go with them. World time. */
const COLLECTED_FOR = SECOND

/** The faults that concern webhooks of a field, or undefined. */
export function faultsFor(faults: WebhookFaults | undefined, field: string): WebhookFaults | undefined {
  if (!faults || (faults.fields && !faults.fields.includes(field))) return undefined
  const { fields: _, ...rest } = faults
  return Object.keys(rest).length > 0 ? rest : undefined
}

/** When a webhook that was planned at `now` is due with these faults. */
export function dueWith({ delay_ms = 0, batch }: WebhookFaults, now: number): number {
  const late = now + delay_ms
  return batch === undefined ? late : (Math.floor(late / COLLECTED_FOR) + 1) * COLLECTED_FOR
}
