import { z } from 'zod'
import { UNPAUSE_AFTER, unpaused } from '../../domain/templates/quality.ts'
import { operation } from '../../graph/operation.ts'
import { stageTemplate } from '../../store/template-step.ts'
import { TemplateNode } from './node.ts'

export const unpauseTemplate = operation({
  on: TemplateNode,
  edge: 'unpause',
  method: 'POST',
  name: 'unpauseTemplate',
  summary: 'Lift the pause that pacing made; other pauses end by themselves.',
  docs: 'templates/template-pacing',
  access: ['whatsapp_business_management'],
  params: z.looseObject({}),
  returns: z.object({ success: z.boolean(), reason: z.string().optional() }),
}).run(async call => {
  const { node: template, now } = call
  const { status, pause } = template
  if (status !== 'PAUSED' || pause?.by !== 'pacing') {
    return { success: false, reason: 'The template is not paused because of pacing.' }
  }
  if (now - pause.at < UNPAUSE_AFTER) {
    return { success: false, reason: 'The template was paused less than 5 minutes ago. Try again later.' }
  }
  await stageTemplate(call, template, unpaused(template, now))
  return { success: true }
})
