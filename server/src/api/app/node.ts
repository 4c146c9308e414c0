import { z } from 'zod'
import type { App } from '../../domain/accounts/apps.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/docs/graph-api/reference/application */
export const AppNode = node<Stored<App>>({
  name: 'Application',
  summary: 'An app: it holds tokens and receives webhooks.',
  collection: 'apps',
  access: 'token',
  load: (read, id) => read.apps.find(id),
  owner: app => ({ business_id: app.business_id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: app => app.id },
    name: { schema: z.string(), byDefault: true, read: app => app.name },
    link: { schema: z.string(), byDefault: true, read: app => `https://www.facebook.com/games/?app_id=${app.id}` },
  },
})
