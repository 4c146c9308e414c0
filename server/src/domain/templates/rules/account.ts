import { ManagementRateExceeded } from '../../catalogue.ts'
import { type Check, firstRefusal } from '../../messaging/check.ts'
import type { Refusal } from '../../refusals.ts'
import { NAME_BLOCKED_AFTER_DELETION } from '../can.ts'
import type { TemplateDraft } from '../draft.ts'
import { languageName } from '../languages.ts'
import type { Template } from '../model.ts'
import { CategoryDiffers, LanguageBeingDeleted, LanguageExists, TemplateLimitExceeded } from '../refusals.ts'

/** What the account has already. */
export interface CreateFacts {
  /** Templates of the same name in every language, deleted ones included where they are still kept. */
  sameName: readonly Template[]
  created_in_last_hour: number
  /** Templates of the account; every language counts. */
  total: number
  /** How many it may have: TEMPLATES_UNVERIFIED or TEMPLATES_VERIFIED, unless set otherwise. */
  limit: number
}

/** The part of a template that these rules look at, so that a stored one will do. */
type Named = Pick<TemplateDraft, 'name' | 'language' | 'category'>
type AccountRule = Check<Named, CreateFacts>

/* https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview */

/** Creations in one account in one hour. */
export const CREATIONS_PER_HOUR = 100
/** Templates of an account whose business portfolio is not verified, and of one whose is. */
export const TEMPLATES_UNVERIFIED = 250
export const TEMPLATES_VERIFIED = 6000

export const creationRate: AccountRule = (_, { created_in_last_hour }) =>
  created_in_last_hour >= CREATIONS_PER_HOUR ? ManagementRateExceeded : undefined

export const templateLimit: AccountRule = (_, { total, limit }) => (total >= limit ? TemplateLimitExceeded : undefined)

const isGone = ({ status }: Template): boolean => status === 'DELETED' || status === 'PENDING_DELETION'

/** Name and language together are unique, and stay blocked for a while after an approved template was deleted. */
export const notADuplicate: AccountRule = ({ language }, { sameName }, now) => {
  const same = sameName.filter(template => template.language === language)
  if (same.some(template => !isGone(template))) return LanguageExists(languageName(language))
  return same.some(template => isBlocked(template, now)) ? LanguageBeingDeleted(languageName(language)) : undefined
}

/** One that never was approved reached nobody, so its name is free at once. A paused one was. */
function isBlocked({ status, deleted_while: was, updated_at }: Template, now: number): boolean {
  if (status === 'PENDING_DELETION') return true
  return (
    (was === 'APPROVED' || was === 'PAUSED' || was === 'DISABLED') && now - updated_at < NAME_BLOCKED_AFTER_DELETION
  )
}

/** All languages of a name share a category. */
export const sameCategory: AccountRule = ({ category }, { sameName }) => {
  const other = sameName.find(template => !isGone(template) && template.category !== category)
  return other ? CategoryDiffers(category, other.category) : undefined
}

/** Why a template of another account cannot be copied to this one. */
export const copyRefusal = (template: Template, facts: CreateFacts, now: number): Refusal | undefined =>
  firstRefusal([templateLimit, notADuplicate, sameCategory], template, facts, now)
