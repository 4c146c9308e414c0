import { z } from 'zod'
import { TemplateNode } from '../api/template/node.ts'
import type { RejectedReason, Template, TemplateStatus } from '../domain/model.ts'
import { operation } from '../graph/operation.ts'
import { refusal } from './refuse.ts'

const DECISIONS = ['approve', 'reject', 'pause', 'unpause', 'disable'] as const
type Decision = (typeof DECISIONS)[number]

const REASONS = [
  'ABUSIVE_CONTENT',
  'INCORRECT_CATEGORY',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'SCAM',
  'TAG_CONTENT_MISMATCH',
] as const satisfies RejectedReason[]

/** What each decision makes of a template, and which ones it can be taken on; without a list, on any. */
const OUTCOMES: Record<Decision, { status: TemplateStatus; from?: TemplateStatus[] }> = {
  approve: { status: 'APPROVED' },
  reject: { status: 'REJECTED' },
  pause: { status: 'PAUSED', from: ['APPROVED', 'PAUSED'] },
  unpause: { status: 'APPROVED', from: ['PAUSED', 'APPROVED'] },
  disable: { status: 'DISABLED' },
}

export const decideTemplate = operation({
  on: TemplateNode,
  edge: 'review',
  method: 'POST',
  name: 'decideTemplate',
  summary: "Take the platform's decision over a template; the business hears of it by webhook.",
  access: 'control',
  params: z.looseObject({
    decision: z.enum(DECISIONS),
    reason: z.enum(REASONS).optional().describe('Why it is rejected; INVALID_FORMAT when left out.'),
  }),
  returns: z.object({ id: z.string(), status: z.string() }),
}).run(async ({ node, params, read, stage, record, now }) => {
  const { decision } = params
  const { status, from } = OUTCOMES[decision]
  const template = await read.templates.find(node.id)
  if (!template) throw refusal(`Template ${node.id} has been deleted.`)
  if (from && !from.includes(template.status)) throw refusal(impossible(decision, template, from))
  if (decision !== 'reject' && params.reason !== undefined) {
    throw refusal(`Only a rejection has a reason. Leave reason out, or make decision "reject".`)
  }
  const reason = decision === 'reject' ? (params.reason ?? 'INVALID_FORMAT') : 'NONE'
  if (template.status === status && template.rejected_reason === reason) return { id: template.id, status }
  stage.templates.change({ ...template, status, rejected_reason: reason, updated_at: now })
  const { id: template_id, account_id, name, language, category } = template
  record({
    type: 'template.status_changed',
    at: now,
    account_id,
    template_id,
    name,
    language,
    category,
    status,
    reason,
  })
  return { id: template_id, status }
})

const impossible = (decision: Decision, { name, status }: Template, from: TemplateStatus[]): string =>
  `Template ${name} is ${status}; only one that is ${from[0]} can be ${decision === 'pause' ? 'paused' : 'unpaused'}.`
