import { z } from 'zod'
import { DEFAULT_HOLD, type TemplateSettings } from '../../domain/templates/index.ts'
import { operation } from '../../graph/operation.ts'
import { templateSettings } from '../../store/template-step.ts'
import { durationOf } from '../duration.ts'
import { refusal } from '../refuse.ts'
import { WorldNode } from '../world/world.ts'

const Settings = z.object({
  review: z.enum(['policy', 'approve', 'manual']),
  review_delay: z.number().describe('Milliseconds of world time.'),
  pacing: z.object({ after: z.number(), hold: z.number().describe('Milliseconds.') }).optional(),
})

const contract = { on: WorldNode, edge: 'templates', access: 'control' as const, returns: Settings }

export const getTemplateSettings = operation({
  ...contract,
  method: 'GET',
  name: 'getTemplateSettings',
  summary: 'How templates are reviewed, and whether new ones are paced.',
  params: z.looseObject({}),
}).run(async ({ read }) => templateSettings(read))

export const setTemplateSettings = operation({
  ...contract,
  method: 'POST',
  name: 'setTemplateSettings',
  summary: 'Say how templates are reviewed from now on, and whether new marketing templates are paced.',
  params: z.looseObject({
    review: z
      .enum(['policy', 'approve', 'manual'])
      .optional()
      .describe('By rules, always approved, or left to `/control/templates/<id>/review`.'),
    review_delay: z.string().optional().describe('Like `0s`, `2s` or `24h`.'),
    pacing: z
      .union([z.literal('off'), z.looseObject({ after: z.int().min(0), hold: z.string().optional() })])
      .optional(),
  }),
}).run(async ({ params, read, stage }) => {
  const world = await read.world.find('world')
  if (!world) throw refusal('There is no world yet. Start the server with a world file.')
  const { review, review_delay, pacing } = params
  const { pacing: before, ...kept } = await templateSettings(read)
  const paced = pacing === undefined ? before : pacing === 'off' ? undefined : pacingFrom(pacing)
  const settings: TemplateSettings = {
    ...kept,
    ...(review ? { review } : {}),
    ...(review_delay === undefined ? {} : { review_delay: durationOf('review_delay', review_delay) }),
    ...(paced ? { pacing: paced } : {}),
  }
  stage.world.change({ ...world, templates: settings })
  return settings
})

const pacingFrom = ({ after, hold }: { after: number; hold?: string | undefined }) => ({
  after,
  hold: hold === undefined ? DEFAULT_HOLD : durationOf('pacing.hold', hold),
})
