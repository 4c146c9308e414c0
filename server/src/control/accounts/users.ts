import { z } from 'zod'
import type { User } from '../../domain/accounts/tokens.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

export const UsersNode = node<object>({
  name: 'Users',
  summary: 'People and system users of every portfolio.',
  singleton: 'users',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

export const createUser = operation({
  on: UsersNode,
  method: 'POST',
  name: 'createUser',
  summary: 'A person or system user joins a portfolio.',
  access: 'control',
  params: z.looseObject({
    name: z.string().min(1),
    kind: z.enum(['USER', 'SYSTEM_USER']).optional().describe('A person when left out.'),
    role: z.enum(['ADMIN', 'EMPLOYEE']).optional().describe('EMPLOYEE when left out.'),
    business_id: z.string().optional().describe('The portfolio of the world when left out.'),
  }),
  returns: z.object({ id: z.string(), name: z.string(), kind: z.string(), role: z.string(), business_id: z.string() }),
}).run(async ({ params, read, stage, ids, record, now }) => {
  const business_id = params.business_id ?? (await read.apps.all())[0]?.business_id ?? ''
  if (!(await read.businesses.find(business_id)))
    throw refusal(`There is no portfolio ${business_id}. Create it with POST /control/businesses.`)
  const { name, kind = 'USER', role = 'EMPLOYEE' } = params
  const user: User = { id: ids.node(), name, business_id, kind, role }
  stage.node(user.id, 'User', business_id)
  stage.users.add(user)
  record({ type: 'user.created', at: now, business_id, user_id: user.id })
  return { id: user.id, name, kind, role, business_id }
})
