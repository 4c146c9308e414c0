import { judgedCategory } from './category.ts'
import type { RejectedReason, Template, TemplateCategory } from './model.ts'
import { objections } from './review-objections.ts'

/** What is told with a rejection of the format. */
export interface RejectionInfo {
  reason: string
  recommendation: string
}

/** What review says of a template. `category` is set when the template is approved under another one. */
export type Verdict =
  | { status: 'APPROVED'; category?: TemplateCategory }
  | { status: 'REJECTED'; reason: RejectedReason; rejection_info?: RejectionInfo }

/**
 * Review without people: the same template among the same others always gets the same verdict. Approves unless a
 * documented cause speaks against it, and calls marketing what is offered as utility.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-review
 */
export function reviewTemplate(template: Template, others: readonly Template[] = []): Verdict {
  for (const objection of objections) {
    const found = objection(template, others)
    if (found) return { status: 'REJECTED', ...found }
  }
  const category = judgedCategory(template.category, template.components)
  return category === template.category ? { status: 'APPROVED' } : { status: 'APPROVED', category }
}
