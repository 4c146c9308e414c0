import { fundable } from '../../domain/accounts/credit.ts'
import type { Account, CreditAllocation, CreditLine } from '../../domain/accounts/model.ts'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Stored } from '../../domain/stored.ts'
import { type Caller, reaches } from '../../graph/access.ts'
import type { Unit } from '../../store/store.ts'
import { AccountNode } from '../account/node.ts'

/** The part of a credit that a portfolio already has, or a new one. */
export async function shareWith(unit: Unit, line: CreditLine, businessId: string): Promise<CreditAllocation> {
  const { read, stage, ids, now } = unit
  const existing = (await read.creditAllocations.ofCredit(line.id)).find(
    one => one.receiving_business_id === businessId && one.request_status !== 'DELETED',
  )
  if (existing) return existing
  const allocation: CreditAllocation = {
    id: ids.node(),
    credit_id: line.id,
    business_id: line.business_id,
    receiving_business_id: businessId,
    receiving_credential_id: ids.node(),
    request_status: 'APPROVED',
    created_at: now,
  }
  stage.node(allocation.id, 'ExtendedCreditAllocationConfig', line.business_id)
  stage.creditAllocations.add(allocation)
  return allocation
}

/** The account that a credit is to pay for; it has to be within the caller's reach. */
export async function accountToFund(unit: Unit, caller: Caller, id: string): Promise<Stored<Account>> {
  const account = await unit.read.accounts.find(id)
  if (!account || !reaches(caller, AccountNode.owner!(account)))
    throw new Refused(InvalidParameter(`waba_id ${id} is not shared with you.`))
  return account
}

/** Lets the credit pay for the account. Throws Refused when another one does. */
export function attach(
  { stage, record, now }: Unit,
  account: Stored<Account>,
  allocation: CreditAllocation,
  currency: string,
): void {
  const credential = allocation.receiving_credential_id
  const refusal = fundable(account, credential)
  if (refusal) throw new Refused(refusal)
  if (account.primary_funding_id === credential && !account.unfunded) return
  const { unfunded: _, ...rest } = account
  const partner = allocation.business_id === account.business_id ? {} : { paid_by: allocation.business_id }
  stage.accounts.change({ ...rest, currency, primary_funding_id: credential, ...partner })
  record({ type: 'account.funded', at: now, account_id: account.id, allocation_id: allocation.id })
}
