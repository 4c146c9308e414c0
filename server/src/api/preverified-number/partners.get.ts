import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { BusinessNode } from '../business/node.ts'
import { PreverifiedNumberNode } from './node.ts'

export const listPreverifiedPartners = listing(
  {
    on: PreverifiedNumberNode,
    edge: 'partners',
    of: BusinessNode,
    name: 'listPreverifiedPartners',
    summary: 'Businesses that may claim the number besides its owner.',
    docs: 'embedded-signup/pre-verified-numbers',
    access: ['business_management'],
    params: NoParams,
  },
  async ({ node: number, read }, page) => {
    const partners = await Promise.all(number.partners.map(id => read.businesses.find(id)))
    return pageOf(
      partners.filter(partner => partner !== undefined),
      partner => partner.id,
      page,
    )
  },
)
