import type { Customer } from '../domain/messaging/model.ts'
import type { Stored } from '../domain/stored.ts'
import type { Unit } from '../store/store.ts'
import { deliverWaiting } from './deliver-waiting.ts'

/** The phone is reachable again: what waited for it arrives, in the order in which it was sent. */
export async function comeOnline(unit: Unit, customer: Stored<Customer>): Promise<Stored<Customer>> {
  const { stage, now, record } = unit
  if (customer.online) return customer
  const online = { ...customer, online: true }
  stage.customers.change(online)
  record({ type: 'customer.changed', at: now, customer_id: customer.id })
  await deliverWaiting(unit, online)
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
