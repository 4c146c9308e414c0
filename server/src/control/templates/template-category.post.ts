import { z } from 'zod'
import { TemplateNode } from '../../api/template/node.ts'
import { canMove } from '../../domain/templates/index.ts'
import { corrected, effectiveAt } from '../../domain/templates/recategorise.ts'
import { operation } from '../../graph/operation.ts'
import { stageTemplate } from '../../store/template-step.ts'
import { refusal } from '../refuse.ts'

export const correctTemplate = operation({
  on: TemplateNode,
  edge: 'category',
  method: 'POST',
  name: 'correctTemplate',
  summary: 'Find that a template is of another category; the change is announced, or made at once.',
  access: 'control',
  params: z.looseObject({
    category: z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY']),
    how: z
      .enum(['announce', 'now', 'detect'])
      .optional()
      .describe(
        '`announce` (24 hours ahead) when left out, or `now` for a utility template that is marketing of an account ' +
          'that was warned of it; `detect` tells of it and changes nothing.',
      ),
  }),
  returns: z.object({
    id: z.string(),
    category: z.string(),
    status: z.string(),
    effective_at: z.number().optional().describe('Unix milliseconds.'),
  }),
}).run(async call => {
  const { node: template, params, read, stage, ids, now } = call
  const { category: correct_category } = params
  const { id, name, language, account_id, category, status } = template
  const warned = (await read.accounts.find(account_id))?.misuse_warned === true
  const atOnce = warned && category === 'UTILITY' && correct_category === 'MARKETING'
  const how = params.how ?? (atOnce ? 'now' : 'announce')
  if (correct_category === category) throw refusal(`Template ${name} is of category ${category} already.`)
  if (!canMove(template, 'reject')) throw refusal(`Template ${name} is ${status}; its category is not looked at.`)
  const found = { ...template, correct_category }
  if (how === 'now') {
    const step = corrected(found, now)!
    await stageTemplate(call, template, { changed: step.changed, events: [step.event] })
    return { id, category: step.changed.category, status: step.changed.status }
  }
  const scene = { at: now, account_id, template_id: id, name, language, category, correct_category }
  if (how === 'detect') {
    await stageTemplate(call, template, { changed: found, events: [{ type: 'template.category_detected', ...scene }] })
    return { id, category, status }
  }
  const effective_at = effectiveAt(correct_category, now)
  const event = { type: 'template.category_announced' as const, ...scene, effective_at }
  await stageTemplate(call, template, { changed: found, events: [event] })
  const payload = { template_id: id }
  stage.job({ id: ids.key(), name: 'correct-category', due_at: effective_at, subject: id, payload })
  return { id, category, status, effective_at }
})
