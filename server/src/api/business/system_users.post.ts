import { z } from 'zod'
import type { User } from '../../domain/accounts/tokens.ts'
import { operation } from '../../graph/operation.ts'
import { BusinessNode } from './node.ts'
import { assertOwn } from './own.ts'

export const createSystemUser = operation({
  on: BusinessNode,
  edge: 'system_users',
  method: 'POST',
  name: 'createSystemUser',
  summary: 'Add a system user to the portfolio.',
  docs: 'solution-providers/manage-system-users',
  access: ['business_management'],
  admin: true,
  params: z.looseObject({
    name: z.string().min(1),
    role: z.enum(['ADMIN', 'EMPLOYEE']).optional().describe('EMPLOYEE when left out.'),
  }),
  returns: z.object({ id: z.string() }),
}).run(async ({ node: business, params, caller, stage, ids, now, record }) => {
  assertOwn(caller, business)
  const { name, role = 'EMPLOYEE' } = params
  const user: User = { id: ids.node(), name, business_id: business.id, kind: 'SYSTEM_USER', role }
  stage.node(user.id, 'User', business.id)
  stage.users.add(user)
  record({ type: 'user.created', at: now, business_id: business.id, user_id: user.id })
  return { id: user.id }
})
