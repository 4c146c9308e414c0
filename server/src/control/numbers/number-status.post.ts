import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { nextState } from '../../domain/machine.ts'
import { numberLife } from '../../domain/numbers/life.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

const MEASURES = ['restrict', 'limit', 'ease', 'ban', 'reinstate'] as const

export const takeMeasure = operation({
  on: PhoneNumberNode,
  edge: 'status',
  method: 'POST',
  name: 'takeMeasure',
  summary: 'Take a measure of the platform against a number, or lift it: restrict, limit, ease, ban, reinstate.',
  access: 'control',
  params: z.looseObject({ measure: z.enum(MEASURES) }),
  returns: z.object({ id: z.string(), status: z.string() }),
}).run(async ({ node: number, params, stage, record, now }) => {
  const { id, account_id } = number
  const status = nextState(numberLife, number.status, params.measure)
  if (!status) {
    const possible = MEASURES.filter(one => nextState(numberLife, number.status, one))
    throw refusal(
      `${number.display_phone_number} is ${number.status}, so ${params.measure} does nothing. Possible: ${possible.join(', ') || 'nothing'}.`,
    )
  }
  stage.numbers.change({ ...number, status })
  record({ type: 'number.status_changed', at: now, account_id, phone_number_id: id, status })
  return { id, status }
})
