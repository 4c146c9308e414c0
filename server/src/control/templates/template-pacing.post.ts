import { z } from 'zod'
import { TemplateNode } from '../../api/template/node.ts'
import { DEFAULT_HOLD } from '../../domain/templates/index.ts'
import type { TemplatePacing } from '../../domain/templates/model.ts'
import { operation } from '../../graph/operation.ts'
import { durationOf } from '../duration.ts'
import { refusal } from '../refuse.ts'

export const paceTemplate = operation({
  on: TemplateNode,
  edge: 'pacing',
  method: 'POST',
  name: 'paceTemplate',
  summary: 'Pace a template: after a number of messages, further ones are held until there is feedback.',
  access: 'control',
  params: z.looseObject({
    after: z.int().min(0).describe('Messages that flow before any is held.'),
    hold: z.string().optional().describe('How long they are held at most, like `30m`.'),
  }),
  returns: z.object({ id: z.string(), after: z.number(), hold: z.number().describe('Milliseconds.') }),
}).run(async ({ node: template, params, stage }) => {
  if (template.status !== 'APPROVED') {
    throw refusal(`Template ${template.name} is ${template.status}; only one that is APPROVED is paced.`)
  }
  if (template.pacing?.until !== undefined) throw refusal(`Messages of template ${template.name} are held right now.`)
  const hold = params.hold === undefined ? DEFAULT_HOLD : durationOf('hold', params.hold)
  const pacing: TemplatePacing = { after: params.after, hold }
  stage.templates.change({ ...template, pacing })
  return { id: template.id, after: params.after, hold }
})
