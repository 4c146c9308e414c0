import type { Customer, Message } from '../domain/messaging/model.ts'
import type { Refusal } from '../domain/refusals.ts'
import { faultCounter, faultFor, SENDING } from '../domain/rules/fault.ts'
import type { Rulebook } from '../domain/rules/rulebook.ts'
import type { Unit } from '../store/store.ts'

/** The error that somebody asked for to happen to an accepted message, if there is one. Raising it is counted. */
export function laterFault(
  unit: Pick<Unit, 'take' | 'record' | 'exhausted' | 'now'>,
  rulebook: Rulebook | undefined,
  { customer_id, phone_number_id, account_id }: Message,
  customer: Customer | undefined,
): Refusal | undefined {
  if (!rulebook || rulebook.faults.length === 0) return undefined
  const customers = [customer_id, ...(customer ? [customer.user_id] : [])]
  const subject = { when: 'later', operation: SENDING, customers, node_id: phone_number_id } as const
  const fault = faultFor(rulebook.faults, subject, unit.exhausted)
  if (!fault) return undefined
  const { id, refusal, times } = fault
  const counter = faultCounter(fault)
  if (times !== undefined) unit.take({ kind: 'tally', name: counter, counter, n: 1, limit: times })
  const scene = { at: unit.now, account_id, phone_number_id, customer_id }
  unit.record({ type: 'fault.raised', ...scene, fault_id: id, code: refusal.code })
  return refusal
}
