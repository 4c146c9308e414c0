import type { Refusal } from '../refusals.ts'
import type { Mode } from './rulebook.ts'

/** When a rule speaks: before an operation runs, when a message is handed in, or on its way to the phone. */
export type Stage = 'call' | 'send' | 'way'

/** What is known of a rule besides what it checks. */
export interface Rule {
  /** Lower case with hyphens, unique. */
  name: string
  stage: Stage
  summary: string
  /** The official page, below developers.facebook.com/documentation/business-messaging/whatsapp/. */
  source: string
  /** What it says; where the words depend on the case, those of one case. */
  raises: Refusal
  /** The mode it has until somebody changes it. */
  usually: Mode
}
