import { canMove } from '../domain/templates/index.ts'
import { corrected } from '../domain/templates/recategorise.ts'
import { stageTemplate } from '../store/template-step.ts'
import { job } from './job.ts'

/** The day of an announced change of category has come. */
export const correctCategory = job<{ template_id: string }>({
  name: 'correct-category',
  async run({ template_id }, unit) {
    const template = await unit.read.templates.find(template_id)
    if (!template || !canMove(template, 'reject')) return
    const step = corrected(template, unit.now)
    if (step) await stageTemplate(unit, template, { changed: step.changed, events: [step.event] })
  },
})
