import { z } from 'zod'
import { TemplateNode } from '../../api/template/node.ts'
import { rescored } from '../../domain/templates/quality.ts'
import { operation } from '../../graph/operation.ts'
import { stageTemplate } from '../../store/template-step.ts'
import { refusal } from '../refuse.ts'

export const scoreTemplate = operation({
  on: TemplateNode,
  edge: 'quality',
  method: 'POST',
  name: 'scoreTemplate',
  summary: 'Give a template a quality score, as the feedback of many customers would: RED pauses it.',
  access: 'control',
  params: z.looseObject({ score: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']) }),
  returns: z.object({ id: z.string(), quality: z.string(), status: z.string() }),
}).run(async call => {
  const { node: template, params, now } = call
  if (template.status !== 'APPROVED') {
    throw refusal(`Template ${template.name} is ${template.status}; only one that is APPROVED gets feedback.`)
  }
  const step = rescored(template, params.score, now)
  await stageTemplate(call, template, step)
  return { id: template.id, quality: step.changed.quality, status: step.changed.status }
})
