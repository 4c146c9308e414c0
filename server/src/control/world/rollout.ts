import { z } from 'zod'
import { ROLLOUT_NAMES, rolloutOf } from '../../domain/rollout.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

export const RolloutNode = node<object>({
  name: 'WorldRollout',
  summary: 'Which announced changes of the platform have arrived in this world.',
  singleton: 'rollout',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

const every = <T>(value: T) => Object.fromEntries(ROLLOUT_NAMES.map(name => [name, value])) as Record<Name, T>
type Name = (typeof ROLLOUT_NAMES)[number]

export const getRollout = operation({
  on: RolloutNode,
  method: 'GET',
  name: 'getRollout',
  summary: 'Which announced changes of the platform have arrived.',
  access: 'control',
  params: z.looseObject({}),
  returns: z.object(every(z.boolean())),
}).run(async ({ read }) => ({ ...rolloutOf((await read.world.find('world'))?.rollout) }))

export const changeRollout = operation({
  on: RolloutNode,
  method: 'POST',
  name: 'changeRollout',
  summary: 'Put the world before or behind a change; webhooks from then on have it or not.',
  access: 'control',
  params: z.looseObject(every(z.boolean().optional())),
  returns: z.object(every(z.boolean())),
}).run(async ({ params, read, stage, now, record }) => {
  const world = await read.world.find('world')
  if (!world) throw refusal('There is no world yet. Start the server with a world file.')
  const decided = ROLLOUT_NAMES.flatMap(name => (params[name] === undefined ? [] : [[name, params[name]] as const]))
  if (decided.length === 0) throw refusal(`Say what changes: ${ROLLOUT_NAMES.join(', ')}, each true or false.`)
  const rollout = { ...world.rollout, ...Object.fromEntries(decided) }
  stage.world.change({ ...world, rollout })
  record({ type: 'world.rollout_changed', at: now })
  return { ...rolloutOf(rollout) }
})
