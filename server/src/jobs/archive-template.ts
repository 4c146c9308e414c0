import { IDLE_BEFORE_ARCHIVE } from '../domain/templates/archive.ts'
import { canMove, moveTemplate } from '../domain/templates/index.ts'
import { stageTemplate } from '../store/template-step.ts'
import { job } from './job.ts'

/** Archives a template that nobody has made use of for a year; looks again when one may have passed. */
export const archiveTemplate = job<{ template_id: string }>({
  name: 'archive-template',
  async run({ template_id }, unit) {
    const { read, stage, ids, now } = unit
    const template = await read.templates.find(template_id)
    if (!template || template.status === 'DELETED' || template.status === 'PENDING_DELETION') return
    const since = now - IDLE_BEFORE_ARCHIVE
    const used = Math.max(template.updated_at, await read.feedback.lastSend(template_id, since))
    const idle = used <= since && canMove(template, 'archive')
    if (idle) {
      const { changed, event } = moveTemplate(template, 'archive', now)
      await stageTemplate(unit, template, { changed, events: [event] })
    }
    const due_at = (idle || template.status === 'ARCHIVED' ? now : used) + IDLE_BEFORE_ARCHIVE
    stage.job({ id: ids.key(), name: 'archive-template', due_at, subject: template_id, payload: { template_id } })
  },
})
