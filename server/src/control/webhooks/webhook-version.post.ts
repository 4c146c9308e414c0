import { z } from 'zod'
import type { AppSubscription } from '../../domain/accounts/apps.ts'
import { node } from '../../graph/node.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { NEWEST_VERSION, OLDEST_VERSION } from '../../graph/versions.ts'
import { refusal } from '../refuse.ts'

export const WebhookVersionsNode = node<object>({
  name: 'WebhookVersions',
  summary: 'The versions in which webhooks come.',
  singleton: 'webhook_versions',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

/** On the platform this is a choice of the App Dashboard: no call of the Graph API makes it. */
export const changeWebhookVersion = operation({
  on: WebhookVersionsNode,
  method: 'POST',
  name: 'changeWebhookVersion',
  summary: 'Have the webhooks of a field in the shape of another version, as the drop-down of the App Dashboard does.',
  access: 'control',
  params: z.looseObject({
    field: z.string().describe('A field that the app is subscribed to.'),
    version: z.string().describe('Like v23.0.'),
  }),
  returns: Success,
}).run(async ({ params: { field, version }, read, stage, now, record }) => {
  const number = Number(/^v(\d+)\.0$/.exec(version)?.[1])
  if (!(number >= OLDEST_VERSION && number <= NEWEST_VERSION)) {
    throw refusal(`version is "${version}". Give one from v${OLDEST_VERSION}.0 to v${NEWEST_VERSION}.0.`)
  }
  const [app] = await read.apps.all()
  if (!app?.subscriptions.some(({ fields }) => fields.some(({ name }) => name === field))) {
    throw refusal(`The app is not subscribed to ${field}. Subscribe it first, with POST /<app>/subscriptions.`)
  }
  const versioned = (subscription: AppSubscription): AppSubscription => ({
    ...subscription,
    fields: subscription.fields.map(one => (one.name === field ? { ...one, version } : one)),
  })
  stage.apps.change({ ...app, subscriptions: app.subscriptions.map(versioned) })
  record({ type: 'app.webhooks_changed', at: now, app_id: app.id })
  return success
})
