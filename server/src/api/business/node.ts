import { z } from 'zod'
import type { Business } from '../../domain/accounts/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { graphTime } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'
import { businessMarketingStatus, MarketingStatusOfBusiness } from './marketing-status.ts'

/** https://developers.facebook.com/docs/marketing-api/reference/business */
export const BusinessNode = node<Stored<Business>>({
  name: 'Business',
  summary: 'A business portfolio: it owns accounts.',
  collection: 'businesses',
  access: ['business_management', 'whatsapp_business_management'],
  load: (read, id) => read.businesses.find(id),
  owner: ({ id, partners }) => ({ business_id: id, ...(partners ? { partners } : {}) }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: business => business.id },
    name: { schema: z.string(), byDefault: true, read: business => business.name },
    timezone_id: { schema: z.int(), read: business => Number(business.timezone_id) },
    link: { schema: z.string(), read: business => business.link },
    primary_page: { schema: z.string(), read: business => business.primary_page },
    profile_picture_uri: { schema: z.string(), read: business => business.profile_picture_uri },
    vertical: { schema: z.string(), read: business => business.vertical },
    vertical_id: { schema: z.int(), read: business => business.vertical_id },
    two_factor_type: { schema: z.string(), read: business => business.two_factor_type ?? 'none' },
    verification_status: { schema: z.string(), read: business => business.verification_status },
    created_time: { schema: z.string(), read: business => graphTime(business.created_at) },
    marketing_messages_onboarding_status: {
      schema: MarketingStatusOfBusiness,
      read: (business, { read }) => businessMarketingStatus(business, read),
    },
    whatsapp_business_manager_messaging_limit: {
      schema: z.string(),
      since: 'v24.0',
      read: business => business.messaging_limit,
    },
  },
})
