import { moveTemplate } from '../domain/templates/index.ts'
import type { TemplateStatus } from '../domain/templates/model.ts'
import { stageTemplate } from '../store/template-step.ts'
import { job } from './job.ts'

/** A template that waits for its end (in the archive, or for its last messages) has waited long enough. */
export const endTemplate = job<{ template_id: string; status: TemplateStatus; since: number }>({
  name: 'end-template',
  async run({ template_id, status, since }, unit) {
    const template = await unit.read.templates.find(template_id)
    if (template?.status !== status || template.updated_at !== since) return
    const { changed, event } = moveTemplate(template, 'expire', unit.now)
    await stageTemplate(unit, template, { changed, events: [event] })
  },
})
