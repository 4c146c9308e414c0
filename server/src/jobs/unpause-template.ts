import { pacingOf } from '../domain/templates/pacing.ts'
import { unpaused } from '../domain/templates/quality.ts'
import { stageTemplate, templateSettings } from '../store/template-step.ts'
import { job } from './job.ts'

/** Ends a pause, if it is still the one that the job was made for. */
export const unpauseTemplate = job<{ template_id: string; paused_at: number }>({
  name: 'unpause-template',
  async run({ template_id, paused_at }, unit) {
    const template = await unit.read.templates.find(template_id)
    if (template?.status !== 'PAUSED' || template.pause?.at !== paused_at) return
    const { changed, events } = unpaused(template, unit.now)
    const others = await unit.read.templates.ofAccount(template.account_id)
    const pacing = pacingOf(changed, (await templateSettings(unit.read)).pacing, others, unit.now)
    await stageTemplate(unit, template, { changed: pacing ? { ...changed, pacing } : changed, events })
  },
})
