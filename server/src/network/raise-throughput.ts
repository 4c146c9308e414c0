import type { Business } from '../domain/accounts/model.ts'
import { slotOf } from '../domain/analytics/periods.ts'
import { earnsThroughput, THROUGHPUT_PERIOD, THROUGHPUT_REACH } from '../domain/messaging/limits.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Stored } from '../domain/stored.ts'
import type { Unit } from '../store/store.ts'

/** Sends a second of a number are raised, for good; its account is told. */
export function upgradeThroughput({ stage, record, now }: Unit, number: Stored<PhoneNumber>): void {
  if (number.throughput === 'HIGH') return
  stage.numbers.change({ ...number, throughput: 'HIGH' })
  record({ type: 'number.throughput_upgraded', at: now, account_id: number.account_id, phone_number_id: number.id })
}

/** Raises the throughput of each number of a portfolio that has earned it. */
export async function raiseThroughput(unit: Unit, business: Business): Promise<void> {
  for (const account of await unit.read.accounts.ofBusiness(business.id)) {
    for (const number of await unit.read.numbers.ofAccount(account.id)) {
      if (!earnsThroughput(number, business.messaging_limit, THROUGHPUT_REACH)) continue
      if (earnsThroughput(number, business.messaging_limit, await reachedBy(unit, number))) {
        upgradeThroughput(unit, number)
      }
    }
  }
}

/** Customers are counted one by one only where the sums say that there may be enough of them. */
async function reachedBy({ read, now }: Unit, number: PhoneNumber): Promise<number> {
  const since = now - THROUGHPUT_PERIOD
  const sums = await read.traffic.halfHours(number.account_id, {
    from: slotOf(since),
    to: slotOf(now) + 1,
    by: [],
    where: { phone_number_id: [number.id], pricing_type: ['regular'] },
  })
  const delivered = sums.reduce((sum, row) => sum + row.delivered, 0)
  return delivered < THROUGHPUT_REACH ? delivered : read.messages.customersWithTemplates(number.id, since)
}
