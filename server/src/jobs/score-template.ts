import { FEEDBACK_KEPT, feedbackSince, nextQuality } from '../domain/quality.ts'
import { rescored } from '../domain/templates/quality.ts'
import { DAY } from '../domain/time.ts'
import { stageTemplate } from '../store/template-step.ts'
import { job } from './job.ts'

/** Rows of feedback that are forgotten in one go. */
const FORGOTTEN_AT_ONCE = 500

/**
 * Looks at what customers did with a template in the last days, and draws the consequences. Scores below the best are
 * looked at daily (`again`), since feedback fades.
 */
export const scoreTemplate = job<{ template_id: string; again?: boolean }>({
  name: 'score-template',
  async run({ template_id, again = false }, unit) {
    const { read, stage, ids, now } = unit
    const template = await read.templates.find(template_id)
    if (template?.status !== 'APPROVED') return
    const feedback = await read.feedback.sums(template_id, feedbackSince(template, now), now)
    const quality = nextQuality(template.quality, feedback)
    for (const id of await read.feedback.old(template_id, now - FEEDBACK_KEPT, FORGOTTEN_AT_ONCE)) {
      stage.remove('feedback', id)
    }
    await stageTemplate(unit, template, rescored(template, quality, now))
    if ((again || quality !== template.quality) && (quality === 'YELLOW' || quality === 'RED')) {
      const payload = { template_id, again: true }
      stage.job({ id: ids.key(), name: 'score-template', due_at: now + DAY, subject: template_id, payload })
    }
  },
})
