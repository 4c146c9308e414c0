import { z } from 'zod'
import type { App } from '../../domain/accounts/apps.ts'
import type { Stored } from '../../domain/stored.ts'
import { HOUR } from '../../domain/time.ts'
import { WEBHOOK_FIELDS } from '../../domain/webhook-fields.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { refusal } from '../refuse.ts'

/** What one notification holds at most. */
const MAX_BATCH = 1_000
const MAX_COPIES = 10
const MAX_DROPS = 25
/** Below the time that a receiver has for its answer. */
const MAX_SLOW_MS = 8_000

export const WebhookFaultsNode = node<object>({
  name: 'WebhookFaults',
  summary: 'What goes wrong with the webhooks of an app, on purpose.',
  singleton: 'webhook-faults',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

const Faults = z.object({
  fields: z.array(z.enum(WEBHOOK_FIELDS)).optional().describe('Only webhooks of these fields; all when absent.'),
  duplicate: z.int().min(0).max(MAX_COPIES).optional().describe('Further copies of each webhook.'),
  reorder: z
    .boolean()
    .optional()
    .describe('What happened in one step comes in the opposite order: `delivered` before `sent`.'),
  delay_ms: z
    .int()
    .min(0)
    .max(24 * HOUR)
    .optional()
    .describe('Milliseconds of world time by which each is late.'),
  drop: z
    .int()
    .min(0)
    .max(MAX_DROPS)
    .optional()
    .describe('First attempts that get lost; the retry schedule brings the next.'),
  batch: z.int().min(1).max(MAX_BATCH).optional().describe('Webhooks of a second go together, so many at most.'),
  bad_signature: z.boolean().optional().describe('Signatures do not fit the body.'),
  slow_ms: z.int().min(0).max(MAX_SLOW_MS).optional().describe('Real milliseconds in the middle of each notification.'),
})
const AppId = { app_id: z.string().optional().describe('The first app when absent.') }
const View = z.object({ app_id: z.string(), faults: Faults })

async function appOf(read: Read, id: string | undefined): Promise<Stored<App>> {
  const app = id === undefined ? (await read.apps.all())[0] : await read.apps.find(id)
  if (!app) throw refusal(`There is no app ${id ?? 'in this world'}.`)
  return app
}

export const getWebhookFaults = operation({
  on: WebhookFaultsNode,
  method: 'GET',
  name: 'getWebhookFaults',
  summary: 'What goes wrong with the webhooks of an app.',
  access: 'control',
  params: z.looseObject(AppId),
  returns: View,
}).run(async ({ read, params }) => {
  const app = await appOf(read, params.app_id)
  return { app_id: app.id, faults: Faults.parse(app.webhook_faults ?? {}) }
})

export const setWebhookFaults = operation({
  on: WebhookFaultsNode,
  method: 'POST',
  name: 'setWebhookFaults',
  summary: 'Let webhooks that are made from now on be duplicated, late, lost, out of order, wrongly signed or slow.',
  access: 'control',
  strict: true,
  params: z.object({ ...AppId, ...Faults.shape }),
  returns: View,
}).run(async ({ read, params, stage, record, now }) => {
  const { app_id, ...faults } = params
  const app = await appOf(read, app_id)
  stage.apps.change({ ...app, webhook_faults: JSON.parse(JSON.stringify(faults)) })
  record({ type: 'app.webhooks_changed', at: now, app_id: app.id })
  return { app_id: app.id, faults }
})

export const clearWebhookFaults = operation({
  on: WebhookFaultsNode,
  method: 'DELETE',
  name: 'clearWebhookFaults',
  summary: 'Let webhooks arrive as they should.',
  access: 'control',
  params: z.looseObject(AppId),
  returns: View,
}).run(async ({ read, params, stage, record, now }) => {
  const { webhook_faults: _, ...app } = await appOf(read, params.app_id)
  stage.apps.change(app)
  record({ type: 'app.webhooks_changed', at: now, app_id: app.id })
  return { app_id: app.id, faults: {} }
})
