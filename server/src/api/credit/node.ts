import { z } from 'zod'
import type { CreditLine } from '../../domain/accounts/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/share-and-revoke-credit-lines */
export const CreditLineNode = node<Stored<CreditLine> & { partners?: string[] }>({
  name: 'ExtendedCredit',
  summary: 'A line of credit that a portfolio pays with.',
  access: ['business_management'],
  async load(read, id) {
    const line = await read.creditLines.find(id)
    if (!line) return undefined
    const allocations = await read.creditAllocations.ofCredit(id)
    return { ...line, partners: allocations.map(one => one.receiving_business_id) }
  },
  owner: ({ business_id, partners }) => ({ business_id, ...(partners ? { partners } : {}) }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: line => line.id },
    legal_entity_name: { schema: z.string(), byDefault: true, read: line => line.legal_entity_name },
    owner_business_name: {
      schema: z.string(),
      read: async (line, { read }) => (await read.businesses.find(line.business_id))?.name,
    },
  },
})
