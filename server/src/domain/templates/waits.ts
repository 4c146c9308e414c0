import { ARCHIVED_BEFORE_DELETION, DELETION_WAITS } from './archive.ts'
import type { Template } from './model.ts'
import type { TemplateSettings } from './settings.ts'

/** A job that a template waits for in the status it has. */
export interface Awaited {
  name: string
  due_at: number
  payload: { template_id: string; [more: string]: unknown }
}

/** What ends a status by itself, from now on: the review, the end of a pause, the end of a template. */
export function waitsFor(template: Template, settings: TemplateSettings, now: number): Awaited | undefined {
  const { id: template_id, status, pause, updated_at: since } = template
  switch (status) {
    case 'PENDING': {
      if (settings.review === 'manual') return undefined
      const payload = { template_id, since, ...(settings.review === 'approve' ? { pass: true } : {}) }
      return { name: 'review-template', due_at: now + settings.review_delay, payload }
    }
    case 'PAUSED':
      if (pause?.until === undefined) return undefined
      return {
        name: 'unpause-template',
        due_at: Math.max(pause.until, now),
        payload: { template_id, paused_at: pause.at },
      }
    case 'ARCHIVED':
      return { name: 'end-template', due_at: now + ARCHIVED_BEFORE_DELETION, payload: { template_id, status, since } }
    case 'PENDING_DELETION':
      return { name: 'end-template', due_at: now + DELETION_WAITS, payload: { template_id, status, since } }
    default:
      return undefined
  }
}
