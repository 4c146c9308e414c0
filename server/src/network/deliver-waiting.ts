import { reaches } from '../domain/messaging/carry-checks.ts'
import { expiresAt } from '../domain/messaging/lifetime.ts'
import type { Customer } from '../domain/messaging/model.ts'
import type { Unit } from '../store/store.ts'
import { deliverMessage } from './deliver.ts'
import { draftBoard } from './draft-board.ts'

/** Messages in one unit, so that nobody waits long for it. */
const AT_ONCE = 1000

/** Puts into the phone what waited for it, in the order in which it was sent; a job goes on behind the last key. */
export async function deliverWaiting(unit: Unit, customer: Customer, after?: string): Promise<void> {
  const { read, stage, ids, now } = unit
  const board = draftBoard()
  const waiting = await read.messages.undelivered(customer.id, AT_ONCE, after)
  for (const message of waiting) {
    if (message.lost || expiresAt(message) <= now) continue
    const number = await read.numbers.find(message.phone_number_id)
    if (number && reaches(customer, number.id)) await deliverMessage(unit, message, number, customer, board)
  }
  if (waiting.length < AT_ONCE) return
  const payload = { customer_id: customer.id, after: waiting.at(-1)!.key }
  stage.job({ id: ids.key(), name: 'deliver-waiting', due_at: now, subject: customer.id, payload })
}
