import { z } from 'zod'
import { TemplateNode } from '../../api/template/node.ts'
import type { Stored } from '../../domain/stored.ts'
import { type About, canMove, LIFE, type Move, moveTemplate } from '../../domain/templates/index.ts'
import type { RejectedReason, Template, TemplateStatus } from '../../domain/templates/model.ts'
import { unpaused } from '../../domain/templates/quality.ts'
import { operation } from '../../graph/operation.ts'
import { stageTemplate, type TemplateStep } from '../../store/template-step.ts'
import { refusal } from '../refuse.ts'

const DECISIONS = ['approve', 'reject', 'appeal', 'pause', 'unpause', 'disable', 'exceed', 'lock'] as const
type Decision = (typeof DECISIONS)[number]

const REASONS = [
  'ABUSIVE_CONTENT',
  'INCORRECT_CATEGORY',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'SCAM',
  'TAG_CONTENT_MISMATCH',
] as const satisfies RejectedReason[]

export const decideTemplate = operation({
  on: TemplateNode,
  edge: 'review',
  method: 'POST',
  name: 'decideTemplate',
  summary: "Take the platform's decision over a template (or appeal against one); the business hears of it by webhook.",
  access: 'control',
  params: z.looseObject({
    decision: z.enum(DECISIONS),
    reason: z.enum(REASONS).optional().describe('Why it is rejected; INVALID_FORMAT when left out.'),
    rejection_info: z.object({ reason: z.string(), recommendation: z.string() }).optional(),
  }),
  returns: z.object({ id: z.string(), status: z.string() }),
}).run(async call => {
  const { node, params, read, now } = call
  const { decision, reason, rejection_info } = params
  const template = await read.templates.find(node.id)
  if (!template) throw refusal(`Template ${node.id} has been deleted.`)
  if (decision !== 'reject' && reason !== undefined) {
    throw refusal(`Only a rejection has a reason. Leave reason out, or make decision "reject".`)
  }
  const rejected = { reason: reason ?? 'INVALID_FORMAT', rejection_info }
  if (isSo(template, decision, rejected.reason)) return { id: template.id, status: template.status }
  const move = moveOf(decision, template)
  if (!canMove(template, move)) throw refusal(impossible(decision, move, template))
  const step = stepOf(move, template, move === 'reject' ? rejected : {}, now)
  await stageTemplate(call, template, step)
  return { id: template.id, status: step.changed.status }
})

/** Whether nothing is left to decide. */
function isSo({ status, rejected_reason, locked }: Template, decision: Decision, reason: RejectedReason): boolean {
  if (decision === 'lock') return locked === true
  if (decision === 'reject') return status === 'REJECTED' && rejected_reason === reason
  const after: Record<Exclude<Decision, 'reject' | 'lock'>, TemplateStatus> = {
    approve: 'APPROVED',
    appeal: 'IN_APPEAL',
    pause: 'PAUSED',
    unpause: 'APPROVED',
    disable: 'DISABLED',
    exceed: 'LIMIT_EXCEEDED',
  }
  return status === after[decision]
}

/** To approve means different things, by what the template is. */
function moveOf(decision: Decision, { status, status_before }: Template): Exclude<Move, 'edit'> {
  if (decision !== 'approve') return decision
  if (status === 'PAUSED') return 'unpause'
  return status === 'DISABLED' || (status === 'IN_APPEAL' && status_before === 'DISABLED') ? 'reinstate' : 'approve'
}

function stepOf(move: Exclude<Move, 'edit'>, template: Stored<Template>, about: About, now: number): TemplateStep {
  if (move === 'unpause') return unpaused(template, now)
  const { changed, event } = moveTemplate(template, move, now, { ...about, ...toldOf(move, template, now) })
  return { changed, events: [event] }
}

/** What goes with a decision, as it does when quality makes it. */
function toldOf(move: Move, { pauses = 0 }: Template, now: number): About {
  if (move === 'pause') {
    const title = pauses === 0 ? 'FIRST_PAUSE' : 'SECOND_PAUSE'
    const description = 'The template is paused until the pause is lifted.'
    return { title, description, pause: { by: 'hand', at: now } }
  }
  return move === 'disable' ? { title: 'DISABLED', description: 'The template was disabled.' } : {}
}

const PASSIVE: Record<Decision, string> = {
  approve: 'approved',
  reject: 'rejected',
  appeal: 'appealed for',
  pause: 'paused',
  unpause: 'unpaused',
  disable: 'disabled',
  exceed: 'beyond the limit',
  lock: 'locked',
}

const impossible = (decision: Decision, move: Move, { name, status }: Template): string =>
  `Template ${name} is ${status}; only one that is ${LIFE[move].from.join(' or ')} can be ${PASSIVE[decision]}.`
