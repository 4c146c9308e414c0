import { CannotMigrate } from '../../domain/catalogue.ts'
import { nextState } from '../../domain/machine.ts'
import { isGone, numberLife } from '../../domain/numbers/life.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Unit } from '../../store/store.ts'

/** The number has arrived in its new account, so the record in the old one comes to its end. */
export async function finishMigration({ read, stage, now, record }: Unit, fromId: string): Promise<void> {
  const from = await read.numbers.find(fromId)
  if (!from || isGone(from)) return
  const status = nextState(numberLife, from.status, 'migrate')
  if (!status) throw new Refused(CannotMigrate('The phone number is restricted or banned.'))
  const { registered_at: _, ...rest } = from
  stage.numbers.change({ ...rest, status })
  record({ type: 'number.status_changed', at: now, account_id: from.account_id, phone_number_id: from.id, status })
}
