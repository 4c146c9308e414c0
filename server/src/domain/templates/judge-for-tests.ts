import { firstRefusal } from '../messaging/check.ts'
import type { Refusal } from '../refusals.ts'
import { DAY } from '../time.ts'
import { createChecks } from './create-checks.ts'
import { type CreateInput, createDraft } from './draft.ts'
import type { Json } from './json.ts'
import { ComponentsInvalid } from './refusals.ts'
import type { CreateFacts } from './rules/account.ts'

export const NOW = 1000 * DAY
const FREE: CreateFacts = { sameName: [], created_in_last_hour: 0, total: 0, limit: 250 }
export const BODY: Json = { type: 'BODY', text: 'Your order is here.' }

/** What is said against a new template, which differs from a good one by the changes. */
export const judge = (changes: Partial<CreateInput>, facts: Partial<CreateFacts> = {}): Refusal | undefined =>
  firstRefusal(
    createChecks,
    createDraft({ name: 'order', language: 'en_US', category: 'MARKETING', components: [BODY], ...changes }),
    { ...FREE, ...facts },
    NOW,
  )

/** A refusal without a published subcode, by the rule it speaks of. */
export const invalid = (why: string): Refusal => ComponentsInvalid(why)

export const QR: Json = { type: 'QUICK_REPLY', text: 'Stop' }
export const URL_: Json = { type: 'URL', text: 'Shop', url: 'https://a.b' }
export const buttons = (...list: Json[]): Json => ({ type: 'BUTTONS', buttons: list })
