import type { Template } from './templates/model.ts'
import { DAY } from './time.ts'

/*
 * What customers do with messages decides over the quality of their template and of their number. The platform says
 * what counts (blocks, reports, archived and unread chats, reasons) and that recent days weigh more. The figures are
 * not published; these are ours.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-quality
 */

export type Quality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'

export type FeedbackKind = 'read' | 'ignored' | 'blocked' | 'reported'

/** What customers did with messages of a template or of a number: `n` of one kind at one instant. */
export interface Feedback {
  id: string
  /** Template or phone number. */
  subject: string
  at: number
  kind: FeedbackKind
  n: number
  reason?: string
}

/** Feedback counts for so long. */
export const FEEDBACK_WINDOW = 7 * DAY

/** How much one act speaks against the sender. Reading speaks for it. */
export const HARM: Readonly<Record<FeedbackKind, number>> = { read: 0, ignored: 0.5, blocked: 1, reported: 2 }

/** A day counts for so much less than the one after it. */
export const FADES = 0.85

/** Acts before there is a verdict; fewer say nothing. */
export const ACTS_NEEDED = 5

/** Harm for each act from which quality is medium, and from which it is low. */
export const YELLOW_FROM = 0.1
export const RED_FROM = 0.3

/** Feedback is kept for as long as templates can be compared. */
export const FEEDBACK_KEPT = 90 * DAY

export interface CountedFeedback {
  kind: FeedbackKind
  days_ago: number
  n: number
}

/** The score that feedback amounts to; UNKNOWN while there is too little of it. */
export function scoreOf(feedback: readonly CountedFeedback[]): Quality {
  const acts = feedback.reduce((sum, { n }) => sum + n, 0)
  if (acts < ACTS_NEEDED) return 'UNKNOWN'
  const weighed = (harm: (kind: FeedbackKind) => number) =>
    feedback.reduce((sum, { kind, days_ago, n }) => sum + harm(kind) * n * FADES ** days_ago, 0)
  const share = weighed(kind => HARM[kind]) / weighed(() => 1)
  if (share >= RED_FROM) return 'RED'
  return share >= YELLOW_FROM ? 'YELLOW' : 'GREEN'
}

/** From when on feedback counts: the window, or the end of a pause that wiped the slate. */
export const feedbackSince = ({ feedback_since = 0 }: Pick<Template, 'feedback_since'>, now: number): number =>
  Math.max(now - FEEDBACK_WINDOW, feedback_since)

/** The score that follows on another: too little feedback changes nothing, unless what spoke against it has passed. */
export function nextQuality(current: Quality, feedback: readonly CountedFeedback[]): Quality {
  const score = scoreOf(feedback)
  if (score !== 'UNKNOWN') return score
  const harmless = feedback.every(({ kind }) => HARM[kind] === 0)
  return harmless && (current === 'YELLOW' || current === 'RED') ? 'GREEN' : current
}
