import { z } from 'zod'
import { NoParams, operation } from '../../graph/operation.ts'
import { AccountNode } from './node.ts'
import { SubscribedAppView, subscribedApps } from './subscribed-app.ts'

export const listSubscribedApps = operation({
  on: AccountNode,
  edge: 'subscribed_apps',
  method: 'GET',
  name: 'listSubscribedApps',
  summary: 'Apps that get webhooks of the account.',
  docs: 'solution-providers/manage-webhooks',
  access: ['whatsapp_business_management'],
  params: NoParams,
  returns: z.object({ data: z.array(SubscribedAppView) }),
}).run(({ node: account, read }) => subscribedApps(account.id, read))
