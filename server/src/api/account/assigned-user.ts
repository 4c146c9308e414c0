import { z } from 'zod'
import type { Account, Assignment } from '../../domain/accounts/model.ts'
import type { User } from '../../domain/accounts/tokens.ts'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { node } from '../../graph/node.ts'
import type { Read } from '../../store/read.ts'

export interface AssignedUser {
  user: User
  assignment: Assignment
}

/** A user as one account sees it. It is listed, and never looked up. */
export const AssignedUserNode = node<AssignedUser>({
  name: 'AssignedUser',
  summary: 'Somebody who is assigned to an account.',
  access: ['business_management', 'whatsapp_business_management'],
  listed: true,
  load: async () => undefined,
  fields: {
    id: { schema: z.string(), byDefault: true, read: ({ user }) => user.id },
    name: { schema: z.string(), byDefault: true, read: ({ user }) => user.name },
    tasks: { schema: z.array(z.string()), byDefault: true, read: ({ assignment }) => assignment.tasks },
    business: {
      schema: z.looseObject({ id: z.string(), name: z.string() }),
      read: async ({ user }, { read }) => {
        const business = await read.businesses.find(user.business_id)
        return business && { id: business.id, name: business.name }
      },
    },
    user_type: {
      schema: z.enum(['BUSINESS_USER', 'SYSTEM_USER', 'PERSONAL_USER']),
      read: ({ user }) => (user.kind === 'SYSTEM_USER' ? 'SYSTEM_USER' : 'BUSINESS_USER'),
    },
  },
})

/** Whether a portfolio owns the account, or has it shared. */
export const involved = (account: Account, businessId: string): boolean =>
  account.business_id === businessId || account.partners?.includes(businessId) === true

/** A user who may be assigned to an account. Throws Refused for anybody else. */
export async function assignable(account: Account, userId: string, read: Read): Promise<User> {
  const user = await read.users.find(userId)
  if (user && involved(account, user.business_id)) return user
  throw new Refused(InvalidParameter('user must be a valid user ID'))
}
