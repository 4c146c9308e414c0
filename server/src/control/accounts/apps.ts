import { z } from 'zod'
import { AppNode } from '../../api/app/node.ts'
import type { App } from '../../domain/accounts/apps.ts'
import { node } from '../../graph/node.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { DEFAULT_VERSION } from '../../graph/versions.ts'
import { refusal } from '../refuse.ts'

export const AppsNode = node<object>({
  name: 'Apps',
  summary: 'Apps of every portfolio.',
  singleton: 'apps',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

/** Bytes of a secret, which is written in hex. */
const SECRET_BYTES = 16

const secretFrom = (opaque: string): string => Buffer.from(opaque, 'base64url').toString('hex')

const Secret = z.object({ id: z.string(), app_secret: z.string() })

export const createApp = operation({
  on: AppsNode,
  method: 'POST',
  name: 'createApp',
  summary: 'Another app, with a secret of its own, which is told here only.',
  access: 'control',
  params: z.looseObject({ name: z.string().min(1), business_id: z.string() }),
  returns: Secret,
}).run(async ({ params, read, stage, ids, record, now }) => {
  const business = await read.businesses.find(params.business_id)
  if (!business) throw refusal(`There is no portfolio ${params.business_id}. Create it with POST /control/businesses.`)
  const app: App = {
    id: ids.node(),
    name: params.name,
    secret: secretFrom(ids.opaque(SECRET_BYTES)),
    business_id: business.id,
    default_version: DEFAULT_VERSION,
    subscriptions: [],
    created_at: now,
  }
  stage.node(app.id, 'Application', business.id)
  stage.apps.add(app)
  record({ type: 'app.created', at: now, app_id: app.id })
  return { id: app.id, app_secret: app.secret }
})

export const changeApp = operation({
  on: AppNode,
  edge: 'settings',
  method: 'POST',
  name: 'changeApp',
  summary: 'Settings of the App Dashboard: its name, and whether calls need an appsecret_proof.',
  access: 'control',
  params: z.looseObject({ name: z.string().min(1).optional(), require_proof: z.boolean().optional() }),
  returns: Success,
}).run(async ({ node: app, params, stage, record, now }) => {
  const { name = app.name, require_proof = app.require_proof ?? false } = params
  stage.apps.change({ ...app, name, require_proof })
  record({ type: 'app.changed', at: now, app_id: app.id })
  return success
})

export const rotateAppSecret = operation({
  on: AppNode,
  edge: 'rotate_secret',
  method: 'POST',
  name: 'rotateAppSecret',
  summary: 'Replace the secret of an app: from now on the new one signs webhooks and proves calls.',
  access: 'control',
  params: z.looseObject({}),
  returns: Secret,
}).run(async ({ node: app, stage, ids, record, now }) => {
  const secret = secretFrom(ids.opaque(SECRET_BYTES))
  stage.apps.change({ ...app, secret, secret_rotated_at: now })
  record({ type: 'app.secret_rotated', at: now, app_id: app.id })
  return { id: app.id, app_secret: secret }
})
