import { CannotMigrate, TwoStepStillOn } from '../../domain/catalogue.ts'
import { nextState } from '../../domain/machine.ts'
import { isGone, numberLife } from '../../domain/numbers/life.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { movedAlong } from '../../domain/numbers/new-number.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Unit } from '../../store/store.ts'
import { copyBestTemplates } from '../account/template/copy.ts'
import { giveUsernameBack } from './username.ts'

/**
 * The number has arrived in its new account, so the record in the old one comes to its end. Returns the number with what
 * it brings along.
 * NOTE: what becomes of its username is not said; it comes along, unless the number has got another one meanwhile.
 */
export async function finishMigration<N extends PhoneNumber>(unit: Unit, number: N, fromId: string): Promise<N> {
  const { read, stage, now, record } = unit
  const from = await read.numbers.find(fromId)
  if (!from || isGone(from)) return number
  const status = nextState(numberLife, from.status, 'migrate')
  if (!status) throw new Refused(CannotMigrate('The phone number is restricted or banned.'))
  if (from.pin_hash !== undefined) throw new Refused(TwoStepStillOn)
  const to = await read.accounts.find(number.account_id)
  if (to) await copyBestTemplates(unit, from.account_id, to)
  const { registered_at: _, username, ...rest } = from
  stage.numbers.change({ ...rest, status })
  record({ type: 'number.status_changed', at: now, account_id: from.account_id, phone_number_id: from.id, status })
  const moved = { ...number, ...movedAlong(from) }
  if (username === undefined) return moved
  if (number.username === undefined) return { ...moved, username }
  giveUsernameBack(stage, username, number.username)
  return moved
}
