import type { Refusal } from '../refusals.ts'

/** When a fault is raised: as the answer to the call, or as the failed status of a message that was accepted. */
export const FAULT_TIMES = ['now', 'later'] as const
type FaultTime = (typeof FAULT_TIMES)[number]

/** The operation that a fault is about unless it says otherwise. */
export const SENDING = 'sendMessage'

/** An error that somebody asked for. What it leaves open holds for everybody. */
export interface Fault {
  id: string
  /** The error as it will be raised. */
  refusal: Refusal
  when: FaultTime
  /** Name of the operation that fails; only sending can fail later. */
  operation: string
  /** wa_id; as it was written for somebody who is not on the network. */
  customer_id?: string
  /** Business-scoped user id of the same customer. */
  user_id?: string
  /** The number that sends, or the node that the operation is on. */
  node_id?: string
  /** How often it is raised; without it, until it is removed. */
  times?: number
  created_at: number
}

/** What a fault is compared with. */
export interface FaultSubject {
  when: FaultTime
  operation: string
  /** Every id by which the customer may be meant. */
  customers: readonly string[]
  node_id: string
}

/** The name under which the store counts how often a fault was raised. */
export const faultCounter = (fault: Pick<Fault, 'id'>): string => `fault/${fault.id}`

/** The first fault that concerns the subject, oldest first, leaving out those that are used up. */
export const faultFor = (
  faults: readonly Fault[],
  subject: FaultSubject,
  usedUp: ReadonlySet<string>,
): Fault | undefined =>
  faults.find(
    fault =>
      fault.when === subject.when &&
      fault.operation === subject.operation &&
      concerns(fault, subject.customers) &&
      (fault.node_id === undefined || fault.node_id === subject.node_id) &&
      !usedUp.has(faultCounter(fault)),
  )

const concerns = ({ customer_id, user_id }: Fault, customers: readonly string[]): boolean =>
  customer_id === undefined || customers.includes(customer_id) || (user_id !== undefined && customers.includes(user_id))
