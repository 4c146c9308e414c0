import { giveUsernameBack } from '../../api/phone-number/username.ts'
import { nextState } from '../../domain/machine.ts'
import { type NumberStatus, numberLife } from '../../domain/numbers/life.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { Stored } from '../../domain/stored.ts'
import type { Unit } from '../../store/store.ts'

/** Stages that a number is gone: its digits and its username are free. Returns its status; undefined where it stays. */
export function remove({ stage, record, now }: Unit, number: Stored<PhoneNumber>): NumberStatus | undefined {
  const status = nextState(numberLife, number.status, 'remove')
  if (!status) return undefined
  const { registered_at: _, username, ...rest } = number
  if (username !== undefined) giveUsernameBack(stage, username)
  stage.numbers.change({ ...rest, status, removed_at: now })
  record({ type: 'number.removed', at: now, account_id: number.account_id, phone_number_id: number.id })
  return status
}
