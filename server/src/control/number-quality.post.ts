import { z } from 'zod'
import { operation } from '../graph/operation.ts'
import { rateNumber } from '../network/rate-number.ts'
import { refusal } from './refuse.ts'
import { WorldNode } from './world.ts'

export const rateNumberQuality = operation({
  on: WorldNode,
  edge: 'quality',
  method: 'POST',
  name: 'rateNumberQuality',
  summary: 'Give a number a quality rating, as the feedback of many customers would.',
  access: 'control',
  params: z.looseObject({
    phone_number_id: z.string().optional().describe('The first number when left out.'),
    quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']),
  }),
  returns: z.object({ id: z.string(), quality_rating: z.string() }),
}).run(async call => {
  const { params, read } = call
  const numbers = await read.numbers.all()
  const id = params.phone_number_id ?? numbers[0]?.id
  const number = id === undefined ? undefined : await read.numbers.find(id)
  if (!number) throw refusal(`There is no number ${id ?? ''}. There are: ${numbers.map(one => one.id).join(', ')}.`)
  await rateNumber(call, number, params.quality)
  return { id: number.id, quality_rating: params.quality }
})
