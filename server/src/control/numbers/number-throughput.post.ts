import { z } from 'zod'
import { PhoneNumberNode } from '../../api/phone-number/node.ts'
import { operation } from '../../graph/operation.ts'
import { upgradeThroughput } from '../../network/raise-throughput.ts'

export const raiseNumberThroughput = operation({
  on: PhoneNumberNode,
  edge: 'throughput',
  method: 'POST',
  name: 'raiseNumberThroughput',
  summary: 'Raise the throughput of a number, as the platform does for one that reaches 100,000 customers in a day.',
  access: 'control',
  params: z.looseObject({ level: z.enum(['HIGH']) }),
  returns: z.object({ id: z.string(), throughput: z.object({ level: z.string() }) }),
}).run(async call => {
  upgradeThroughput(call, call.node)
  return { id: call.node.id, throughput: { level: call.params.level } }
})
