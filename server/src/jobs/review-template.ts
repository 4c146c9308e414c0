import { moveTemplate, reviewTemplate as review } from '../domain/templates/index.ts'
import { pacingOf } from '../domain/templates/pacing.ts'
import { recategorised } from '../domain/templates/recategorise.ts'
import { stageTemplate, templateSettings } from '../store/template-step.ts'
import { job } from './job.ts'

/** Decides over a template in review by the policy of domain/templates/review.ts, or lets it `pass`. */
export const reviewTemplate = job<{ template_id: string; since: number; pass?: boolean }>({
  name: 'review-template',
  async run({ template_id, since, pass = false }, unit) {
    const { read, now } = unit
    const template = await read.templates.find(template_id)
    if (template?.status !== 'PENDING' || template.updated_at !== since) return
    const others = await read.templates.ofAccount(template.account_id)
    const verdict = pass ? ({ status: 'APPROVED' } as const) : review(template, others)
    if (verdict.status === 'REJECTED') {
      const { changed, event } = moveTemplate(template, 'reject', now, verdict)
      return stageTemplate(unit, template, { changed, events: [event] })
    }
    const other = 'category' in verdict && verdict.category ? recategorised(template, verdict.category, now) : undefined
    const { changed, event } = moveTemplate(other?.changed ?? template, 'approve', now)
    const { pacing: paced } = await templateSettings(read)
    const pacing = changed.quality === 'GREEN' ? undefined : pacingOf(changed, paced, others, now)
    const events = other ? [event, other.event] : [event]
    return stageTemplate(unit, template, { changed: pacing ? { ...changed, pacing } : changed, events })
  },
})
