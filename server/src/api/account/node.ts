import { z } from 'zod'
import type { Account, Stored } from '../../domain/model.ts'
import { unixSeconds } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/whatsapp-business-accounts */
export const AccountNode = node<Stored<Account>>({
  name: 'WhatsAppBusinessAccount',
  summary: 'A WhatsApp Business Account (WABA): numbers, templates and subscriptions of one business.',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  load: (read, id) => read.accounts.find(id),
  owner: account => ({ business_id: account.business_id, account_id: account.id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: account => account.id },
    name: { schema: z.string(), byDefault: true, read: account => account.name },
    timezone_id: { schema: z.string(), byDefault: true, read: account => account.timezone_id },
    message_template_namespace: {
      schema: z.string(),
      byDefault: true,
      read: account => account.message_template_namespace,
    },
    currency: { schema: z.string(), read: account => account.currency },
    country: { schema: z.string(), read: account => account.country },
    status: { schema: z.string(), read: account => account.status },
    account_review_status: { schema: z.string(), read: account => account.account_review_status },
    ownership_type: { schema: z.string(), read: () => 'SELF' },
    business_verification_status: {
      schema: z.string(),
      read: async (account, { read }) => (await read.businesses.find(account.business_id))?.verification_status,
    },
    owner_business_info: {
      schema: z.looseObject({ id: z.string(), name: z.string() }),
      read: async (account, { read }) => {
        const business = await read.businesses.find(account.business_id)
        return business && { name: business.name, id: business.id }
      },
    },
    creation_time: { schema: z.int(), read: account => unixSeconds(account.created_at) },
    whatsapp_business_manager_messaging_limit: {
      schema: z.string(),
      since: 'v24.0',
      read: async (account, { read }) => (await read.businesses.find(account.business_id))?.messaging_limit,
    },
  },
})
