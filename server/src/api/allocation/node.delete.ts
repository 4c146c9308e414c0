import { NoParams, operation, Success, success } from '../../graph/operation.ts'
import { AllocationNode } from './node.ts'

export const revokeCredit = operation({
  on: AllocationNode,
  method: 'DELETE',
  name: 'revokeCredit',
  summary: 'Take a shared credit back: no account of that portfolio is paid with it any more.',
  docs: 'solution-providers/share-and-revoke-credit-lines',
  access: ['business_management'],
  admin: true,
  params: NoParams,
  returns: Success,
}).run(async ({ node: allocation, read, stage, now, record }) => {
  if (allocation.request_status === 'DELETED') return success
  stage.creditAllocations.change({ ...allocation, request_status: 'DELETED' })
  for (const account of await read.accounts.ofBusiness(allocation.receiving_business_id)) {
    if (account.primary_funding_id !== allocation.receiving_credential_id) continue
    stage.accounts.change({ ...account, unfunded: true })
    record({ type: 'account.unfunded', at: now, account_id: account.id, allocation_id: allocation.id })
  }
  return success
})
