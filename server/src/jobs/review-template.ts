import { reviewTemplate as review } from '../domain/templates/index.ts'
import { job } from './job.ts'

/** Decides over a template in review by the policy of domain/templates/review.ts. */
export const reviewTemplate = job<{ template_id: string }>({
  name: 'review-template',
  async run({ template_id }, { read, stage, now, record }) {
    const template = await read.templates.find(template_id)
    if (template?.status !== 'PENDING') return
    const verdict = review(template)
    const reason = verdict.status === 'REJECTED' ? verdict.reason : 'NONE'
    const rejection_info = verdict.status === 'REJECTED' ? verdict.rejection_info : undefined
    const category = (verdict.status === 'APPROVED' && verdict.category) || template.category
    stage.templates.change({
      ...template,
      status: verdict.status,
      rejected_reason: reason,
      category,
      updated_at: now,
    })
    const { account_id, name, language } = template
    record({
      type: 'template.status_changed',
      at: now,
      account_id,
      template_id,
      name,
      language,
      category,
      status: verdict.status,
      reason,
      ...(rejection_info ? { rejection_info } : {}),
    })
  },
})
