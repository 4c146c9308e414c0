import type { Assignment } from '../../domain/accounts/model.ts'
import type { AuthorizationCode, Token, User } from '../../domain/accounts/tokens.ts'
import { type Database, recordReads } from '../records.ts'

/** Users, their tokens, and what they may do with accounts. */
export function peopleReads(database: Database) {
  const { db } = database
  const users = recordReads<User>(database, 'users')
  const tokens = recordReads<Token>(database, 'tokens')
  const assignments = recordReads<Assignment>(database, 'assignments')
  const assignmentsWhere = async (column: 'account_id' | 'user_id', id: string) =>
    (await db.selectFrom('assignments').select(['version', 'body']).where(column, '=', id).orderBy('id').execute()).map(
      assignments.parse,
    )
  return {
    users: {
      ...users,
      ofBusiness: async (businessId: string) =>
        (
          await db
            .selectFrom('users')
            .select(['version', 'body'])
            .where('business_id', '=', businessId)
            .orderBy('id')
            .execute()
        ).map(users.parse),
    },
    tokens: {
      ...tokens,
      ofUser: async (userId: string) =>
        (
          await db
            .selectFrom('tokens')
            .select(['version', 'body'])
            .where('user_id', '=', userId)
            .orderBy('id')
            .execute()
        ).map(tokens.parse),
    },
    authorizationCodes: recordReads<AuthorizationCode>(database, 'authorization_codes'),
    assignments: {
      ...assignments,
      ofAccount: (accountId: string) => assignmentsWhere('account_id', accountId),
      ofUser: (userId: string) => assignmentsWhere('user_id', userId),
    },
  }
}
