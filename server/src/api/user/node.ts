import { z } from 'zod'
import type { User } from '../../domain/accounts/tokens.ts'
import type { Stored } from '../../domain/stored.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/docs/graph-api/overview/access-levels */
export const UserNode = node<Stored<User>>({
  name: 'User',
  summary: 'A person or system user that tokens belong to; `/me` is the one of the token.',
  access: 'token',
  load: (read, id) => read.users.find(id),
  owner: user => ({ business_id: user.business_id }),
  fields: {
    name: { schema: z.string(), byDefault: true, read: user => user.name },
    id: { schema: z.string(), byDefault: true, read: user => user.id },
    role: { schema: z.string(), read: user => user.role ?? 'ADMIN' },
  },
})
