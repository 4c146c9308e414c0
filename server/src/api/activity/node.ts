import { z } from 'zod'
import { node } from '../../graph/node.ts'
import { ACTIVITY_TYPES, detailsOf, type Logged, projections } from './describe.ts'

const actorId = (event: Logged): string | undefined => ('actor_id' in event ? event.actor_id : undefined)

/** One thing that happened to an account: a projection of the log. It is listed, and never looked up. */
export const ActivityNode = node<Logged>({
  name: 'WhatsAppBusinessActivity',
  summary: 'One thing that happened to an account.',
  access: ['whatsapp_business_management'],
  listed: true,
  load: async () => undefined,
  fields: {
    id: { schema: z.string(), byDefault: true, read: event => String(event.seq) },
    activity_type: {
      schema: z.enum(ACTIVITY_TYPES),
      byDefault: true,
      read: event => projections[event.type]?.type,
    },
    timestamp: {
      schema: z.string(),
      byDefault: true,
      read: event => `${new Date(event.at).toISOString().slice(0, 19)}Z`,
    },
    actor_type: {
      schema: z.enum(['USER', 'SYSTEM', 'API', 'ADMIN', 'AUTOMATED_PROCESS']),
      byDefault: true,
      async read(event, { read }) {
        const id = actorId(event)
        const user = id === undefined ? undefined : await read.users.find(id)
        return user?.kind === 'USER' ? 'USER' : projections[event.type]?.actor
      },
    },
    actor_id: { schema: z.string(), read: actorId },
    actor_name: {
      schema: z.string(),
      async read(event, { read }) {
        const id = actorId(event)
        return id === undefined ? undefined : (await read.users.find(id))?.name
      },
    },
    description: { schema: z.string(), read: event => projections[event.type]?.description },
    // Whoever calls from here has neither an address nor a browser that would be worth keeping: both stay unset.
    ip_address: { schema: z.string(), read: () => undefined },
    user_agent: { schema: z.string(), read: () => undefined },
    details: { schema: z.looseObject({}), read: detailsOf },
  },
})
