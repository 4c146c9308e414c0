import { waIdVariants } from '../domain/messaging/wa-id.ts'
import { Refused } from '../domain/refusals.ts'
import { faultCounter, faultFor } from '../domain/rules/fault.ts'
import { RULEBOOK } from '../domain/rules/rulebook.ts'
import type { GraphRequest, Kernel } from './dispatch.ts'

/** What reading a node is called where operations go by name. */
export const READING = 'readNode'

/**
 * Throws the error that somebody asked for to be the answer of this call, if there is one, and counts it. Costs a look
 * at one record in memory while there is none.
 */
export async function raiseFault(
  { store }: Kernel,
  { realm, params, name }: GraphRequest,
  operation: string,
  nodeId: string,
): Promise<void> {
  if (realm === 'control') return
  const rulebook = await store.read.rulebook.find(RULEBOOK)
  if (!rulebook || rulebook.faults.length === 0) return
  const subject = { when: 'now', operation, customers: addressed(params), node_id: nodeId } as const
  const raised = await store.run(
    async ({ take, record, now, exhausted }) => {
      const fault = faultFor(rulebook.faults, subject, exhausted)
      if (!fault) return undefined
      const counter = faultCounter(fault)
      if (fault.times !== undefined) take({ kind: 'tally', name: counter, counter, n: 1, limit: fault.times })
      record({ type: 'fault.raised', at: now, fault_id: fault.id, code: fault.refusal.code })
      return fault
    },
    { name: `${name}.fault` },
  )
  if (raised) throw new Refused(raised.refusal)
}

/** Every id by which a call means its customer. */
function addressed({ to, recipient }: GraphRequest['params']): string[] {
  const written = [to, recipient].filter(one => typeof one === 'string' || typeof one === 'number').map(String)
  return written.flatMap(one => [one, ...waIdVariants(one.replace(/\D/g, ''))])
}
