import { z } from 'zod'
import { operations } from '../../api/index.ts'
import { documentedError, documentedErrors } from '../../domain/documented/index.ts'
import { dropUnset } from '../../domain/drop-unset.ts'
import { phoneDigits } from '../../domain/messaging/recipient.ts'
import { publicMessage } from '../../domain/refusals.ts'
import { FAULT_TIMES, type Fault, faultCounter, SENDING } from '../../domain/rules/fault.ts'
import { RULEBOOK } from '../../domain/rules/rulebook.ts'
import { node } from '../../graph/node.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { READING } from '../../graph/raise-fault.ts'
import { changeRulebook } from '../../network/change-rulebook.ts'
import type { Read } from '../../store/read.ts'
import { findCustomer } from '../customers/customer.ts'
import { refusal } from '../refuse.ts'

export const FaultsNode = node<object>({
  name: 'Faults',
  summary: 'Errors that somebody asked for.',
  singleton: 'faults',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const FaultNode = node<Fault>({
  name: 'Fault',
  summary: 'One error that somebody asked for.',
  collection: 'faults',
  access: 'control',
  load: async (read, id) => (await read.rulebook.find(RULEBOOK))?.faults.find(fault => fault.id === id),
  fields: {},
})

const FaultView = z.object({
  id: z.string(),
  code: z.number(),
  subcode: z.number().optional(),
  message: z.string(),
  when: z.enum(FAULT_TIMES),
  operation: z.string(),
  customer_id: z.string().optional(),
  node_id: z.string().optional(),
  times: z.number().optional(),
  left: z.number().optional().describe('How often it will still be raised, where that is limited.'),
})

const Count = z.number().int().positive().max(1_000_000)

export const addFault = operation({
  on: FaultsNode,
  method: 'POST',
  name: 'addFault',
  summary: 'Make calls or messages fail with any documented error, for somebody, for a while, or until it is removed.',
  access: 'control',
  params: z.looseObject({
    code: z.number().int().describe('The code of the error, or the number under which it is documented.'),
    subcode: z.number().int().optional(),
    details: z.string().optional().describe('Other details than the documented ones.'),
    when: z
      .enum(FAULT_TIMES)
      .optional()
      .describe('now: the answer to the call, which is the default; later: the failed status of an accepted message.'),
    operation: z.string().optional().describe('Name of the operation that fails; sendMessage when left out.'),
    customer_id: z.string().optional().describe('Only for this customer: phone number or business-scoped user id.'),
    node_id: z.string().optional().describe('Only on this number, account or template.'),
    times: Count.optional().describe('How often; without it, until it is removed.'),
  }),
  returns: FaultView,
}).run(async call => {
  const { params, ids, now, record } = call
  const { code, subcode, details, when = 'now', operation: named = SENDING, customer_id, node_id, times } = params
  const known = documentedError(code, subcode)
  if (!known) throw refusal(unknown(code, subcode))
  if (known.absent !== undefined) throw refusal(`${known.listed} is never raised, because ${known.absent}`)
  if (when === 'later' && named !== SENDING) {
    throw refusal('Only sending can fail later. Leave operation out, or make when "now".')
  }
  if (named !== READING && !operations.some(one => one.contract.name === named)) {
    throw refusal(
      `There is no operation ${named}. Each has its operationId of /openapi.json; every reading of a node is ${READING}.`,
    )
  }
  const fault: Fault = {
    id: ids.node(),
    refusal: details === undefined ? known.refusal : { ...known.refusal, details, statusDetails: details },
    when,
    operation: named,
    ...(customer_id === undefined ? {} : await customerOf(call.read, customer_id)),
    ...dropUnset({ node_id, times }),
    created_at: now,
  }
  const raised = await countsOf(call.read, (await call.read.rulebook.find(RULEBOOK))?.faults ?? [])
  // What is used up goes when something new comes.
  await changeRulebook(call, rulebook => ({
    ...rulebook,
    faults: [...rulebook.faults.filter(one => leftOf(one, raised) !== 0), fault],
  }))
  record({ type: 'fault.added', at: now, fault_id: fault.id, code: fault.refusal.code })
  return view(fault, new Map())
})

export const listFaults = operation({
  on: FaultsNode,
  method: 'GET',
  name: 'listFaults',
  summary: 'The errors that were asked for, oldest first.',
  access: 'control',
  params: z.looseObject({}),
  returns: z.object({ data: z.array(FaultView) }),
}).run(async ({ read }) => {
  const faults = (await read.rulebook.find(RULEBOOK))?.faults ?? []
  const raised = await countsOf(read, faults)
  return { data: faults.map(fault => view(fault, raised)) }
})

export const removeFault = operation({
  on: FaultNode,
  method: 'DELETE',
  name: 'removeFault',
  summary: 'Stop raising an error.',
  access: 'control',
  params: z.looseObject({}),
  returns: Success,
}).run(async call => {
  const { id, refusal: asked } = call.node
  await changeRulebook(call, rulebook => ({ ...rulebook, faults: rulebook.faults.filter(fault => fault.id !== id) }))
  call.record({ type: 'fault.removed', at: call.now, fault_id: id, code: asked.code })
  return success
})

export const removeFaults = operation({
  on: FaultsNode,
  method: 'DELETE',
  name: 'removeFaults',
  summary: 'Stop raising every error that was asked for.',
  access: 'control',
  params: z.looseObject({}),
  returns: Success,
}).run(async call => {
  const faults = (await call.read.rulebook.find(RULEBOOK))?.faults ?? []
  if (faults.length === 0) return success
  await changeRulebook(call, rulebook => ({ ...rulebook, faults: [] }))
  for (const { id, refusal: asked } of faults) {
    call.record({ type: 'fault.removed', at: call.now, fault_id: id, code: asked.code })
  }
  return success
})

/** The customer that is meant; somebody who is not on the network can be meant too. */
async function customerOf(read: Read, written: string): Promise<Pick<Fault, 'customer_id' | 'user_id'>> {
  const byUserId = (await read.nodes.find(written))?.owner
  const customer = await findCustomer(read, byUserId ?? written)
  if (customer) return { customer_id: customer.id, user_id: customer.user_id }
  return { customer_id: phoneDigits(written, '') ?? written }
}

function unknown(code: number, subcode: number | undefined): string {
  const subcodes = documentedErrors.filter(one => one.refusal.code === code).map(one => one.refusal.subcode)
  if (subcode === undefined || subcodes.length === 0) return `There is no documented error ${code}. See docs/errors.md.`
  return `Error ${code} has no subcode ${subcode}. It has: ${subcodes.filter(Boolean).join(', ') || 'none'}.`
}

async function countsOf(read: Read, faults: readonly Fault[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const fault of faults) {
    if (fault.times !== undefined) counts.set(fault.id, await read.counters.tally(faultCounter(fault)))
  }
  return counts
}

const leftOf = ({ id, times }: Fault, raised: ReadonlyMap<string, number>): number | undefined =>
  times === undefined ? undefined : Math.max(times - (raised.get(id) ?? 0), 0)

function view(fault: Fault, raised: ReadonlyMap<string, number>): z.output<typeof FaultView> {
  const { id, refusal: asked, when, operation: named, customer_id, node_id, times } = fault
  const left = leftOf(fault, raised)
  return {
    id,
    code: asked.code,
    ...dropUnset({ subcode: asked.subcode }),
    message: publicMessage(asked),
    when,
    operation: named,
    ...dropUnset({ customer_id, node_id, times, left }),
  }
}
