import { z } from 'zod'
import type { SubscribedApp } from '../../domain/accounts/apps.ts'
import { CallbackVerificationFailed, InvalidParameter, SubscribeBeforeOverride } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { appIdOf } from '../../graph/access.ts'
import { operation } from '../../graph/operation.ts'
import { MAX_OVERRIDE_URL } from '../phone-number/node.post.ts'
import { AccountNode } from './node.ts'
import { SubscribedAppView, viewOf } from './subscribed-app.ts'

export const subscribeApp = operation({
  on: AccountNode,
  edge: 'subscribed_apps',
  method: 'POST',
  name: 'subscribeApp',
  summary: "Subscribe the token's app to the account, or set (and without parameters remove) where its messages go.",
  docs: 'webhooks/override',
  access: ['whatsapp_business_management'],
  params: z.looseObject({
    override_callback_uri: z.string().max(MAX_OVERRIDE_URL).optional(),
    verify_token: z.string().optional(),
  }),
  returns: z.object({ success: z.literal(true), data: z.array(SubscribedAppView).optional() }),
  refusals: [CallbackVerificationFailed(''), InvalidParameter(), SubscribeBeforeOverride],
})
  .before(async ({ node: account, params, caller, io, read }) => {
    if (!params.override_callback_uri) return
    const subscribed = await read.subscribedApps.find(`${account.id}/${appIdOf(caller)}`)
    if (!subscribed) throw new Refused(SubscribeBeforeOverride)
    const { override_callback_uri: url, verify_token: verifyToken = '' } = params
    const refusal = await io.verifyCallback({ url, verifyToken })
    if (refusal) throw new Refused(refusal)
  })
  .run(async ({ node: account, params, caller, read, stage, now, record }) => {
    const app_id = appIdOf(caller)
    const id = `${account.id}/${app_id}`
    const existing = await read.subscribedApps.find(id)
    const subscribed: SubscribedApp = {
      id,
      account_id: account.id,
      app_id,
      subscribed_at: existing?.subscribed_at ?? now,
      ...(params.override_callback_uri
        ? { override_callback_uri: params.override_callback_uri, verify_token: params.verify_token ?? '' }
        : {}),
    }
    if (existing) stage.subscribedApps.change({ ...subscribed, version: existing.version })
    else stage.subscribedApps.add(subscribed)
    record({ type: 'app.subscribed', at: now, account_id: account.id, app_id })
    return params.override_callback_uri
      ? { success: true as const, data: [await viewOf(subscribed, read)] }
      : { success: true as const }
  })
