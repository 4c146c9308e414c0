import { z } from 'zod'
import { NoParams, operation } from '../../graph/operation.ts'
import { AppNode } from './node.ts'

export const listSubscriptions = operation({
  on: AppNode,
  edge: 'subscriptions',
  method: 'GET',
  name: 'listSubscriptions',
  summary: 'The callback of the app and the fields it is subscribed to.',
  access: 'app',
  params: NoParams,
  returns: z.object({
    data: z.array(
      z.object({
        object: z.string(),
        callback_url: z.string(),
        active: z.boolean(),
        fields: z.array(z.object({ name: z.string(), version: z.string() })),
      }),
    ),
  }),
}).run(async ({ node: app }) => ({
  data: app.subscriptions.map(({ object, callback_url, active, fields }) => ({ object, callback_url, active, fields })),
}))
