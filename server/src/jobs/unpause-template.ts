import { unpaused } from '../domain/templates/quality.ts'
import { stageTemplate } from '../store/template-step.ts'
import { job } from './job.ts'

/** Ends a pause, if it is still the one that the job was made for. */
export const unpauseTemplate = job<{ template_id: string; paused_at: number }>({
  name: 'unpause-template',
  async run({ template_id, paused_at }, unit) {
    const template = await unit.read.templates.find(template_id)
    if (template?.status !== 'PAUSED' || template.pause?.at !== paused_at) return
    await stageTemplate(unit, template, unpaused(template, unit.now))
  },
})
