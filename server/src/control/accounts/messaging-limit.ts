import { z } from 'zod'
import { BusinessNode } from '../../api/business/node.ts'
import type { Business, MessagingLimit } from '../../domain/accounts/model.ts'
import { customersOf, LEVELS, reachCounter } from '../../domain/messaging/messaging-limit.ts'
import { operation } from '../../graph/operation.ts'
import { changeMessagingLimit } from '../../network/change-messaging-limit.ts'
import type { Read } from '../../store/read.ts'

const names = LEVELS.map(level => level.limit) as [MessagingLimit, ...MessagingLimit[]]

const Limit = z.object({
  business_id: z.string(),
  messaging_limit: z.enum(names),
  customers: z.number().optional().describe('How many it allows; left out where it is unlimited.'),
  reached: z.number().describe('Customers counted in the last 24 hours.'),
})

const view = async (read: Read, { id }: Business, limit: MessagingLimit): Promise<z.output<typeof Limit>> => ({
  business_id: id,
  messaging_limit: limit,
  ...(Number.isFinite(customersOf(limit)) ? { customers: customersOf(limit) } : {}),
  reached: await read.counters.tally(reachCounter(id)),
})

const contract = { on: BusinessNode, edge: 'messaging_limit', access: 'control' as const, returns: Limit }

export const getMessagingLimit = operation({
  ...contract,
  method: 'GET',
  name: 'getMessagingLimit',
  summary: 'How many customers a portfolio may reach outside service windows, and how many it has.',
  params: z.looseObject({}),
}).run(async ({ node, read }) => view(read, node, node.messaging_limit))

export const setMessagingLimit = operation({
  ...contract,
  method: 'POST',
  name: 'setMessagingLimit',
  summary: 'Give a portfolio another messaging limit, as the platform does; the business hears of it by webhook.',
  params: z.looseObject({ messaging_limit: z.enum(names) }),
}).run(async call => {
  const { messaging_limit: limit } = call.params
  await changeMessagingLimit(call, call.node, limit)
  return view(call.read, call.node, limit)
})
