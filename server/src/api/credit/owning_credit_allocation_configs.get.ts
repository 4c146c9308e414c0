import { z } from 'zod'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { AllocationNode } from '../allocation/node.ts'
import { assertOwn } from '../business/own.ts'
import { CreditLineNode } from './node.ts'

export const listAllocations = listing(
  {
    on: CreditLineNode,
    edge: 'owning_credit_allocation_configs',
    of: AllocationNode,
    name: 'listAllocations',
    summary: 'With whom the credit is shared.',
    docs: 'solution-providers/share-and-revoke-credit-lines',
    access: ['business_management'],
    params: z.looseObject({ receiving_business_id: z.string().optional() }),
  },
  async ({ node: line, params, caller, read }, page) => {
    assertOwn(caller, { id: line.business_id })
    const all = await read.creditAllocations.ofCredit(line.id)
    const wanted = all.filter(
      one =>
        one.request_status !== 'DELETED' &&
        (params.receiving_business_id === undefined || one.receiving_business_id === params.receiving_business_id),
    )
    return pageOf(wanted, one => one.id, page)
  },
)
