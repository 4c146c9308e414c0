import { reaches } from '../domain/messaging/carry-checks.ts'
import { expiresAt } from '../domain/messaging/lifetime.ts'
import type { Customer } from '../domain/messaging/model.ts'
import type { Stored } from '../domain/stored.ts'
import type { Unit } from '../store/store.ts'
import { deliverMessage } from './deliver.ts'
import { draftBoard } from './draft-board.ts'

/** Messages that one return delivers at most. */
const MOST_AT_ONCE = 5000

/** The phone is reachable again: what waited for it arrives, in the order in which it was sent. */
export async function comeOnline(unit: Unit, customer: Stored<Customer>): Promise<Stored<Customer>> {
  const { read, stage, now, record } = unit
  if (customer.online) return customer
  const online = { ...customer, online: true }
  stage.customers.change(online)
  record({ type: 'customer.changed', at: now, customer_id: customer.id })
  const board = draftBoard()
  for (const message of await read.messages.undelivered(customer.id, MOST_AT_ONCE)) {
    if (message.lost || expiresAt(message) <= now) continue
    const number = await read.numbers.find(message.phone_number_id)
    if (number && reaches(online, number.id)) await deliverMessage(unit, message, number, online, board)
  }
  return online
}

/** The phone goes into airplane mode: what is sent to it waits. */
export function goOffline({ stage, now, record }: Unit, customer: Stored<Customer>): Stored<Customer> {
  if (!customer.online) return customer
  const offline = { ...customer, online: false }
  stage.customers.change(offline)
  record({ type: 'customer.changed', at: now, customer_id: customer.id })
  return offline
}
