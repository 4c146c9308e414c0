import { z } from 'zod'
import { operation } from '../../graph/operation.ts'
import { rateNumber } from '../../network/rate-number.ts'
import { WorldNode } from '../world/world.ts'
import { numberNamed } from './number-choice.ts'

export const rateNumberQuality = operation({
  on: WorldNode,
  edge: 'quality',
  method: 'POST',
  name: 'rateNumberQuality',
  summary: 'Give a number a quality rating, as the feedback of many customers would.',
  access: 'control',
  params: z.looseObject({
    phone_number_id: z
      .string()
      .optional()
      .describe('The number, by id or by its digits; the first of the world when left out.'),
    quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']),
  }),
  returns: z.object({ id: z.string(), quality_rating: z.string() }),
}).run(async call => {
  const { params, read } = call
  const number = await numberNamed(read, params.phone_number_id)
  await rateNumber(call, number, params.quality)
  return { id: number.id, quality_rating: params.quality }
})
