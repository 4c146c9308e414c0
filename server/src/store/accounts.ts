import type { Assignment, CreditAllocation, CreditLine, Schedule } from '../domain/accounts/model.ts'
import type { AuthorizationCode, Token, User } from '../domain/accounts/tokens.ts'
import type { LoggedEvent } from '../events/event.ts'
import { type Database, recordReads } from './records.ts'

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

/** What hangs on accounts and portfolios besides numbers and templates. */
export function accountReads(database: Database) {
  const { db } = database
  const schedules = recordReads<Schedule>(database, 'schedules')
  const creditLines = recordReads<CreditLine>(database, 'credit_lines')
  const allocations = recordReads<CreditAllocation>(database, 'credit_allocations')
  return {
    schedules: {
      ...schedules,
      ofAccount: async (accountId: string) =>
        (
          await db
            .selectFrom('schedules')
            .select(['version', 'body'])
            .where('account_id', '=', accountId)
            .orderBy('id')
            .execute()
        ).map(schedules.parse),
    },
    creditLines: {
      ...creditLines,
      ofBusiness: async (businessId: string) =>
        (
          await db
            .selectFrom('credit_lines')
            .select(['version', 'body'])
            .where('business_id', '=', businessId)
            .orderBy('id')
            .execute()
        ).map(creditLines.parse),
    },
    creditAllocations: {
      ...allocations,
      ofCredit: async (creditId: string) =>
        (
          await db
            .selectFrom('credit_allocations')
            .select(['version', 'body'])
            .where('credit_id', '=', creditId)
            .orderBy('id')
            .execute()
        ).map(allocations.parse),
    },
  }
}

export interface ActivityFilter {
  types: string[]
  /** Unix milliseconds, both included. */
  since?: number
  until?: number
  /** Sequence numbers, excluded. */
  before?: number
  after?: number
}

/** What happened to an account apart from its conversations, newest first; with `after`, the oldest of the newer ones. */
export const eventsOfAccount =
  ({ db }: Database) =>
  async (accountId: string, filter: ActivityFilter, limit: number): Promise<LoggedEvent[]> => {
    if (filter.types.length === 0) return []
    let query = db
      .selectFrom('events')
      .select(['seq', 'id', 'body'])
      .where('account_id', '=', accountId)
      .where('customer_id', 'is', null)
      .where('type', 'in', filter.types)
    if (filter.since !== undefined) query = query.where('at', '>=', filter.since)
    if (filter.until !== undefined) query = query.where('at', '<=', filter.until)
    if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
    if (filter.after !== undefined) query = query.where('seq', '>', filter.after)
    const rows = await query
      .orderBy('seq', filter.after === undefined ? 'desc' : 'asc')
      .limit(limit)
      .execute()
    const events = rows.map(row => ({ ...(JSON.parse(row.body) as LoggedEvent), seq: Number(row.seq), id: row.id }))
    return filter.after === undefined ? events : events.reverse()
  }
