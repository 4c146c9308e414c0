import { z } from 'zod'
import { node } from '../../graph/node.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { NEWEST_VERSION } from '../../graph/versions.ts'
import type { Read } from '../../store/read.ts'
import { BusinessView, businessView } from '../chats/chats.get.ts'
import { refusal } from '../refuse.ts'

/** Customers are counted in steps of so many. */
const COUNT_STEP = 1000

export const WorldNode = node<object>({
  name: 'World',
  summary: 'The whole world: one portfolio, its app, accounts and numbers, and its customers.',
  singleton: 'world',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

const WorldView = z.looseObject({
  business_id: z.string(),
  business_name: z.string(),
  app_id: z.string(),
  app_name: z.string(),
  waba_id: z.string().optional().describe('The first account.'),
  waba_name: z.string().optional(),
  phone_numbers: z.array(
    z.looseObject({ ...BusinessView.shape, digits: z.string(), account_id: z.string(), registered: z.boolean() }),
  ),
  clock: z.object({ mode: z.enum(['running', 'frozen']), now: z.number() }),
  counts: z.object({ customers: z.number(), templates: z.number(), pending_deliveries: z.number() }),
  last_event: z.number().describe('Sequence number of the newest event.'),
  version: z.string().describe('The newest version of the Graph API that is served.'),
})

export const getWorld = operation({
  on: WorldNode,
  method: 'GET',
  name: 'getWorld',
  summary: 'Who and what is in the world, and what time it is.',
  access: 'control',
  params: z.looseObject({}),
  returns: WorldView,
})
  .before(async ({ io }) => {
    const { mode, now } = io.clock.state()
    return { mode, now }
  })
  .run(async ({ read, before: clock }) => {
    const [app] = await read.apps.all()
    if (!app) throw refusal('There is no world yet. Start the server with a world file.')
    const business = await read.businesses.find(app.business_id)
    const accounts = await read.accounts.ofBusiness(app.business_id)
    const numbers = await read.numbers.all()
    let templates = 0
    for (const account of accounts) templates += (await read.templates.ofAccount(account.id)).length
    return {
      business_id: app.business_id,
      business_name: business?.name ?? '',
      app_id: app.id,
      app_name: app.name,
      ...(accounts[0] ? { waba_id: accounts[0].id, waba_name: accounts[0].name } : {}),
      phone_numbers: numbers.map(number => ({
        ...businessView(number),
        digits: number.digits,
        account_id: number.account_id,
        registered: number.registered_at !== undefined,
      })),
      clock,
      counts: {
        customers: await customerCount(read),
        templates,
        pending_deliveries: await read.deliveries.pendingCount(),
      },
      last_event: await read.events.lastSeq(),
      version: `v${NEWEST_VERSION}.0`,
    }
  })

async function customerCount(read: Read): Promise<number> {
  let count = 0
  let after = ''
  for (;;) {
    const step = await read.customers.all(after, COUNT_STEP)
    count += step.length
    if (step.length < COUNT_STEP) return count
    after = step.at(-1)!.id
  }
}

export const resetWorld = operation({
  on: WorldNode,
  edge: 'reset',
  method: 'POST',
  name: 'resetWorld',
  summary: 'Put the world back to its seed: messages, customers and changes are gone, credentials stay.',
  access: 'control',
  params: z.looseObject({}),
  returns: Success,
})
  .before(({ io }) => io.resetWorld())
  .run(async () => success)
