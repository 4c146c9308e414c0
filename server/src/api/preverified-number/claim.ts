import type { Account } from '../../domain/accounts/model.ts'
import { claimRefusal } from '../../domain/numbers/preverified.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Unit } from '../../store/store.ts'

/** An account takes a pre-verified number: it is gone as such, and the new number is verified at once. */
export async function claimPreverified(
  { node: account, read, stage, now }: Unit & { node: Account },
  id: string,
  digits: string,
): Promise<void> {
  const number = await read.preverifiedNumbers.find(id)
  const refusal = claimRefusal(number, account.business_id, digits, now)
  if (refusal) throw new Refused(refusal)
  stage.preverifiedNumbers.remove(id)
  stage.dropNode(id)
}
