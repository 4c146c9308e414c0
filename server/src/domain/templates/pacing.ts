import type { Template, TemplatePacing } from '../model.ts'

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

/** Whether a template is paced once it is approved: new marketing templates are, where the world says so. */
export const pacingOf = (
  { category }: Pick<Template, 'category'>,
  pacing: Pick<TemplatePacing, 'after' | 'hold'> | undefined,
): TemplatePacing | undefined => (pacing && category === 'MARKETING' ? { ...pacing } : undefined)
