import { z } from 'zod'
import { TemplateNode } from '../../api/template/node.ts'
import { MARKETING_SYNCS } from '../../domain/messaging/marketing-messages.ts'
import { operation } from '../../graph/operation.ts'

export const syncTemplate = operation({
  on: TemplateNode,
  edge: 'marketing-sync',
  method: 'POST',
  name: 'syncTemplate',
  summary: 'Say whether the advertising system has a template; the Marketing Messages API sends it once it has.',
  access: 'control',
  params: z.looseObject({ state: z.enum(MARKETING_SYNCS) }),
  returns: z.object({ id: z.string(), state: z.enum(MARKETING_SYNCS) }),
}).run(async ({ node: template, params: { state }, stage }) => {
  stage.templates.change({ ...template, marketing_sync: state })
  return { id: template.id, state }
})
