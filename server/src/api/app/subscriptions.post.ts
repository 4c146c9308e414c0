import { z } from 'zod'
import type { AppSubscription } from '../../domain/accounts/apps.ts'
import { CallbackVerificationFailed, UnknownWebhookField } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { WEBHOOK_FIELDS } from '../../domain/webhook-fields.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { AppNode } from './node.ts'

export const subscribeWebhooks = operation({
  on: AppNode,
  edge: 'subscriptions',
  method: 'POST',
  name: 'subscribeWebhooks',
  summary: 'Set the callback of the app and subscribe to fields; the callback is asked for the challenge first.',
  access: 'app',
  params: z.looseObject({
    object: z.enum(['whatsapp_business_account']),
    callback_url: z.url({ protocol: /^https?$/ }),
    verify_token: z.string().optional(),
    fields: z.array(z.string()).optional(),
    include_values: z.boolean().optional(),
  }),
  returns: Success,
  refusals: [CallbackVerificationFailed('')],
})
  .before(async ({ params, io }) => {
    const { fields = [] } = params
    const unknown = fields.findIndex(name => !(WEBHOOK_FIELDS as readonly string[]).includes(name))
    if (unknown >= 0) throw new Refused(UnknownWebhookField(unknown, WEBHOOK_FIELDS, fields[unknown]!))
    const refusal = await io.verifyCallback({ url: params.callback_url, verifyToken: params.verify_token ?? '' })
    if (refusal) throw new Refused(refusal)
  })
  .run(async ({ node: app, params, stage, now, record }) => {
    const others = app.subscriptions.filter(one => one.object !== params.object)
    const mine = app.subscriptions.find(one => one.object === params.object)
    const names = new Set([...(mine?.fields.map(field => field.name) ?? []), ...(params.fields ?? [])])
    const subscription: AppSubscription = {
      object: params.object,
      callback_url: params.callback_url,
      verify_token: params.verify_token ?? '',
      include_values: params.include_values ?? true,
      active: true,
      fields: [...names].map(
        name => mine?.fields.find(field => field.name === name) ?? { name, version: app.default_version },
      ),
    }
    stage.apps.change({ ...app, subscriptions: [...others, subscription] })
    record({ type: 'app.webhooks_changed', at: now, app_id: app.id })
    return success
  })
