import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { CreditLineNode } from '../credit/node.ts'
import { BusinessNode } from './node.ts'
import { assertOwn } from './own.ts'

export const listCreditLines = listing(
  {
    on: BusinessNode,
    edge: 'extendedcredits',
    of: CreditLineNode,
    name: 'listCreditLines',
    summary: 'Lines of credit of the portfolio.',
    docs: 'solution-providers/share-and-revoke-credit-lines',
    access: ['business_management'],
    params: NoParams,
  },
  async ({ node, read, caller }, page) => {
    assertOwn(caller, node)
    return pageOf(await read.creditLines.ofBusiness(node.id), line => line.id, page)
  },
)
