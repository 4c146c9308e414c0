import { DAY } from '../time.ts'
import { moveTemplate, type StatusChanged } from './life.ts'
import type { Template, TemplateCategory } from './model.ts'

/*
 * The platform finds that a template is something else than it says.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-categorization
 */

/** How long a utility template that is marketing stays one after the announcement. */
const CATEGORY_NOTICE = DAY

interface CategoryChanged {
  type: 'template.category_changed'
  at: number
  account_id: string
  template_id: string
  name: string
  language: string
  category: TemplateCategory
  previous_category: TemplateCategory
}

/** When an announced change takes effect: a day later, or on the first of next month (UTC) where it is a rejection. */
export function effectiveAt(correct: TemplateCategory, now: number): number {
  if (correct !== 'AUTHENTICATION') return now + CATEGORY_NOTICE
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

/** The template under its correct category. A lifetime of its own was chosen for the other one. */
export function recategorised<T extends Template>(
  template: T,
  category: TemplateCategory,
  now: number,
): { changed: T; event: CategoryChanged } {
  const { message_send_ttl_seconds: _, correct_category: __, ...rest } = template
  const previous_category = template.category
  const changed = { ...rest, category, previous_category, correct_category: category, updated_at: now } as unknown as T
  const { id: template_id, account_id, name, language } = template
  const scene = { at: now, account_id, template_id, name, language, category }
  return { changed, event: { type: 'template.category_changed', ...scene, previous_category } }
}

/** What becomes of a template when the announced day has come: another category, or a rejection. */
export function corrected<T extends Template>(
  template: T,
  now: number,
): { changed: T; event: CategoryChanged | StatusChanged } | undefined {
  const { correct_category: correct } = template
  if (correct === undefined || correct === template.category) return undefined
  if (correct !== 'AUTHENTICATION') return recategorised(template, correct, now)
  const { correct_category: _, ...rest } = template
  return moveTemplate(rest as T, 'reject', now, { reason: 'INCORRECT_CATEGORY' })
}
