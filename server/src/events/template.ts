import type { Quality } from '../domain/quality.ts'
import type { TemplateEvent } from '../domain/templates/life.ts'
import type { RejectedReason, TemplateCategory, TemplateComponent } from '../domain/templates/model.ts'
import type { Scene } from './scene.ts'

interface TemplateScene extends Scene {
  account_id: string
  template_id: string
  name: string
  language: string
  category: TemplateCategory
}

/** What happens to templates and their groups. */
export type TemplateChange =
  | (TemplateScene & { type: 'template.created' | 'template.deleted' })
  /** With its parts, where they were replaced. */
  | (TemplateScene & { type: 'template.edited'; components?: TemplateComponent[] })
  /** It will be taken for something else from an instant on. */
  | (TemplateScene & { type: 'template.category_announced'; correct_category: TemplateCategory; effective_at: number })
  | (TemplateScene & { type: 'template.category_changed'; previous_category: TemplateCategory })
  | (TemplateScene & { type: 'template.category_detected'; correct_category: TemplateCategory })
  | (TemplateScene & { type: 'template.quality_changed'; previous: Quality; quality: Quality })
  | (Scene & { type: 'template_group.created' | 'template_group.changed' | 'template_group.removed'; group_id: string })
  | (TemplateScene & {
      type: 'template.status_changed'
      status: TemplateEvent
      reason: RejectedReason
      /** What is wrong with the format, and what to do about it. */
      rejection_info?: { reason: string; recommendation: string }
      title?: string
      description?: string
    })
