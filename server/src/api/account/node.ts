import { z } from 'zod'
import type { Account } from '../../domain/accounts/model.ts'
import { accountHealth, appHealth, businessHealth, healthStatus } from '../../domain/health.ts'
import { marketingStatus } from '../../domain/messaging/marketing-messages.ts'
import type { Stored } from '../../domain/stored.ts'
import { unixSeconds } from '../../domain/time.ts'
import { node } from '../../graph/node.ts'
import { businessMarketingStatus } from '../business/marketing-status.ts'
import { analyticsFields } from './analytics/index.ts'
import { SubscribedAppView, subscribedApps } from './subscribed-app.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/whatsapp-business-accounts */
export const AccountNode = node<Stored<Account>>({
  name: 'WhatsAppBusinessAccount',
  summary: 'A WhatsApp Business Account (WABA): numbers, templates and subscriptions of one business.',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  collection: 'accounts',
  load: (read, id) => read.accounts.find(id),
  owner: ({ id, business_id, partners }) => ({ business_id, account_id: id, ...(partners ? { partners } : {}) }),
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
    ownership_type: {
      schema: z.string(),
      read: (account, { businessId }) =>
        businessId === undefined || businessId === account.business_id ? 'SELF' : 'CLIENT_OWNED',
    },
    primary_business_location: { schema: z.string(), read: account => account.country },
    primary_funding_id: {
      schema: z.string(),
      tasks: ['VIEW_COST', 'MANAGE_BILLING'],
      read: account => (account.unfunded ? undefined : account.primary_funding_id),
    },
    purchase_order_number: {
      schema: z.string(),
      tasks: ['VIEW_COST', 'MANAGE_BILLING'],
      read: account => account.purchase_order_number,
    },
    // Accounts on behalf of others are a thing of the past: it stays unset.
    on_behalf_of_business_info: { schema: z.looseObject({ id: z.string() }), read: () => undefined },
    // Catalogs are connected elsewhere: it stays unset.
    linked_commerce_account: { schema: z.looseObject({ id: z.string() }), read: () => undefined },
    is_enabled_for_insights: { schema: z.boolean(), read: account => account.is_enabled_for_insights ?? false },
    is_shared_with_partners: { schema: z.boolean(), read: account => (account.partners?.length ?? 0) > 0 },
    template_auto_archival_enabled: {
      schema: z.boolean(),
      read: account => account.template_auto_archival_enabled ?? false,
    },
    disable_marketing_messages_on_cloud_api: {
      schema: z.boolean(),
      read: account => account.disable_marketing_messages_on_cloud_api ?? false,
    },
    marketing_messages_onboarding_status: { schema: z.string(), read: marketingStatus },
    marketing_messages_lite_api_status: { schema: z.string(), until: 'v23.0', read: marketingStatus },
    auth_international_rate_eligibility: {
      schema: z.looseObject({ start_time: z.int() }),
      read: account => account.auth_international_rate_eligibility,
    },
    health_status: {
      schema: z.looseObject({ can_send_message: z.string(), entities: z.array(z.looseObject({ id: z.string() })) }),
      async read(account, { read, now, appId }) {
        const business = await read.businesses.find(account.business_id)
        return healthStatus([
          accountHealth(account, now),
          ...(business ? [businessHealth(business)] : []),
          ...(appId === undefined ? [] : [appHealth({ id: appId })]),
        ])
      },
    },
    business_verification_status: {
      schema: z.string(),
      read: async (account, { read }) => (await read.businesses.find(account.business_id))?.verification_status,
    },
    owner_business_info: {
      schema: z.looseObject({
        id: z.string(),
        name: z.string(),
        marketing_messages_onboarding_status: z.looseObject({}),
      }),
      read: async (account, { read }) => {
        const business = await read.businesses.find(account.business_id)
        if (!business) return undefined
        const marketing_messages_onboarding_status = await businessMarketingStatus(business, read)
        return { name: business.name, id: business.id, marketing_messages_onboarding_status }
      },
    },
    owner_business: {
      schema: z.looseObject({ id: z.string(), name: z.string() }),
      read: async (account, { read }) => {
        const business = await read.businesses.find(account.business_id)
        return business && { name: business.name, id: business.id }
      },
    },
    ...analyticsFields,
    subscribed_apps: {
      schema: z.object({ data: z.array(SubscribedAppView) }),
      access: ['whatsapp_business_management'],
      read: async (account, { read }) => subscribedApps(account.id, read),
    },
    creation_time: { schema: z.int(), read: account => unixSeconds(account.created_at) },
    whatsapp_business_manager_messaging_limit: {
      schema: z.string(),
      since: 'v24.0',
      read: async (account, { read }) => (await read.businesses.find(account.business_id))?.messaging_limit,
    },
  },
})
