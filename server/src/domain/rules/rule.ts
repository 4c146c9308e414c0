import type { Check } from '../messaging/check.ts'
import type { Refusal } from '../refusals.ts'
import type { Mode } from './rulebook.ts'

/**
 * When a rule speaks: before an operation runs; when a message is handed in, of the message alone and then of who sends
 * it to whom; or on its way to the phone.
 */
export const STAGES = ['call', 'draft', 'send', 'way'] as const
export type Stage = (typeof STAGES)[number]

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

export type Described = Omit<Rule, 'stage'>

// biome-ignore lint/suspicious/noExplicitAny: a check is looked up by what it is, whatever it reads
export type AnyCheck = Check<any, any>

/** What a list of checks is said to be, check by check and in the order of the list. */
export type Descriptions = ReadonlyMap<AnyCheck, Described>

/** One check and what is known of it. */
export const usually = (
  mode: Mode,
  check: AnyCheck,
  name: string,
  summary: string,
  source: string,
  raises: Refusal,
): [AnyCheck, Described] => [check, { name, summary, source, raises, usually: mode }]
