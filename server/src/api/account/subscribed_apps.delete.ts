import { appIdOf } from '../../graph/access.ts'
import { NoParams, operation, Success, success } from '../../graph/operation.ts'
import { AccountNode } from './node.ts'

export const unsubscribeApp = operation({
  on: AccountNode,
  edge: 'subscribed_apps',
  method: 'DELETE',
  name: 'unsubscribeApp',
  summary: "End the subscription of the token's app to the account.",
  docs: 'solution-providers/manage-webhooks',
  access: ['whatsapp_business_management'],
  params: NoParams,
  returns: Success,
}).run(async ({ node: account, caller, read, stage, now, record }) => {
  const app_id = appIdOf(caller)
  const existing = await read.subscribedApps.find(`${account.id}/${app_id}`)
  if (!existing) return success
  stage.subscribedApps.remove(existing.id)
  record({ type: 'app.unsubscribed', at: now, account_id: account.id, app_id })
  return success
})
