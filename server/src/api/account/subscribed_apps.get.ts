import { z } from 'zod'
import { NoParams, operation } from '../../graph/operation.ts'
import { AccountNode } from './node.ts'

export const listSubscribedApps = operation({
  on: AccountNode,
  edge: 'subscribed_apps',
  method: 'GET',
  name: 'listSubscribedApps',
  summary: 'Apps that get webhooks of the account.',
  docs: 'solution-providers/manage-webhooks',
  access: ['whatsapp_business_management'],
  params: NoParams,
  returns: z.object({
    data: z.array(
      z.object({
        whatsapp_business_api_data: z.object({ id: z.string(), link: z.string(), name: z.string() }),
        override_callback_uri: z.string().optional(),
      }),
    ),
  }),
}).run(async ({ node: account, read }) => {
  const subscribed = await read.subscribedApps.ofAccount(account.id)
  const data = await Promise.all(
    subscribed.map(async ({ app_id, override_callback_uri }) => ({
      whatsapp_business_api_data: {
        id: app_id,
        link: `https://www.facebook.com/games/?app_id=${app_id}`,
        name: (await read.apps.find(app_id))?.name ?? '',
      },
      ...(override_callback_uri ? { override_callback_uri } : {}),
    })),
  )
  return { data }
})
