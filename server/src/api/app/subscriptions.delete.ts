import { z } from 'zod'
import { operation, Success, success } from '../../graph/operation.ts'
import { AppNode } from './node.ts'

export const unsubscribeWebhooks = operation({
  on: AppNode,
  edge: 'subscriptions',
  method: 'DELETE',
  name: 'unsubscribeWebhooks',
  summary: 'End the subscription to some fields, or to all.',
  access: 'app',
  params: z.looseObject({ object: z.string().optional(), fields: z.array(z.string()).optional() }),
  returns: Success,
}).run(async ({ node: app, params, stage, now, record }) => {
  const subscriptions = app.subscriptions.flatMap(one => {
    if (params.object !== undefined && one.object !== params.object) return [one]
    if (!params.fields) return []
    return [{ ...one, fields: one.fields.filter(field => !params.fields!.includes(field.name)) }]
  })
  stage.apps.change({ ...app, subscriptions })
  record({ type: 'app.webhooks_changed', at: now, app_id: app.id })
  return success
})
