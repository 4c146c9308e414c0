import { z } from 'zod'
import type { CreditAllocation } from '../../domain/accounts/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'

const Party = z.looseObject({ id: z.string(), name: z.string() })

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/share-and-revoke-credit-lines */
export const AllocationNode = node<Stored<CreditAllocation>>({
  name: 'ExtendedCreditAllocationConfig',
  summary: 'A line of credit as far as it is shared with another portfolio.',
  access: ['business_management'],
  load: (read, id) => read.creditAllocations.find(id),
  owner: allocation => ({ business_id: allocation.business_id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: allocation => allocation.id },
    request_status: { schema: z.string(), read: allocation => allocation.request_status },
    receiving_credential: {
      schema: z.looseObject({ id: z.string() }),
      read: allocation => ({ id: allocation.receiving_credential_id }),
    },
    receiving_business: {
      schema: Party,
      byDefault: true,
      read: async (allocation, { read }) => {
        const business = await read.businesses.find(allocation.receiving_business_id)
        return business && { name: business.name, id: business.id }
      },
    },
    owning_business: {
      schema: Party,
      read: async (allocation, { read }) => {
        const business = await read.businesses.find(allocation.business_id)
        return business && { name: business.name, id: business.id }
      },
    },
  },
})
