import { DAY } from '../time.ts'
import type { Template, TemplatePacing } from './model.ts'

/** A claim on the messages that a paced template may send before they are held. */
export interface PacingTake {
  kind: 'tally'
  name: 'pacing'
  counter: string
  n: 1
  limit: number
}

/** What pacing needs to know of a template that is sent. */
export type Paced = Pick<Template, 'id' | 'pacing' | 'feedback_since'>

/**
 * Until when a message is held back; undefined for one that goes on its way. `exhausted` has the names of the claims
 * that found no room.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pacing
 */
export function heldUntil({ pacing }: Paced, exhausted: ReadonlySet<string>, now: number): number | undefined {
  if (!pacing) return undefined
  if (pacing.until !== undefined) return pacing.until > now ? pacing.until : undefined
  return exhausted.has('pacing') ? now + pacing.hold : undefined
}

/** The claim of a message that is not held; none where the template is not paced. */
export function pacingTake({ id, pacing, feedback_since = 0 }: Paced): PacingTake | undefined {
  if (!pacing || pacing.until !== undefined) return undefined
  return { kind: 'tally', name: 'pacing', counter: `pacing/${id}/${feedback_since}`, n: 1, limit: pacing.after }
}

/** Utility templates are paced for so long after one of the account was paused. */
const UTILITY_PACED_FOR = 7 * DAY

/**
 * How a template is paced that may be sent from now on, where the world paces templates: those of marketing always,
 * those of utility while the account has had trouble with another.
 */
export function pacingOf(
  { category }: Pick<Template, 'category'>,
  pacing: Pick<TemplatePacing, 'after' | 'hold'> | undefined,
  others: readonly Template[],
  now: number,
): TemplatePacing | undefined {
  const trouble = others.some(other => other.category === 'UTILITY' && now - (other.paused_at ?? 0) < UTILITY_PACED_FOR)
  return pacing && (category === 'MARKETING' || (category === 'UTILITY' && trouble)) ? { ...pacing } : undefined
}
