import type { Account, Business, CreditAllocation, CreditLine, Schedule } from '../../domain/accounts/model.ts'
import { type Database, recordReads } from '../records.ts'

/** Portfolios, their accounts, and what hangs on both besides numbers and templates. */
export function accountReads(database: Database) {
  const { db } = database
  const businesses = recordReads<Business>(database, 'businesses')
  const accounts = recordReads<Account>(database, 'accounts')
  const schedules = recordReads<Schedule>(database, 'schedules')
  const creditLines = recordReads<CreditLine>(database, 'credit_lines')
  const allocations = recordReads<CreditAllocation>(database, 'credit_allocations')
  return {
    businesses: {
      ...businesses,
      all: async () =>
        (await db.selectFrom('businesses').select(['version', 'body']).orderBy('id').execute()).map(businesses.parse),
    },
    accounts: {
      ...accounts,
      ofBusiness: async (businessId: string) =>
        (
          await db
            .selectFrom('accounts')
            .select(['version', 'body'])
            .where('business_id', '=', businessId)
            .orderBy('id')
            .execute()
        )
          .map(accounts.parse)
          .filter(account => account.deleted_at === undefined),
      /** Those of others that are shared with this portfolio. */
      sharedWith: async (businessId: string) =>
        (await db.selectFrom('accounts').select(['version', 'body']).orderBy('id').execute())
          .map(accounts.parse)
          .filter(account => account.deleted_at === undefined && account.partners?.includes(businessId)),
    },
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
