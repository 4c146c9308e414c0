import type { App, SubscribedApp } from '../../domain/accounts/apps.ts'
import { type Database, recordReads } from '../records.ts'

/** Apps, and the accounts that they hear of. */
export function appReads(database: Database) {
  const { db } = database
  const apps = recordReads<App>(database, 'apps')
  const subscribed = recordReads<SubscribedApp>(database, 'subscribed_apps')
  return {
    apps: {
      ...apps,
      /** The one that the world began with comes first. */
      all: async () =>
        (await db.selectFrom('apps').select(['version', 'body']).orderBy('id').execute())
          .map(apps.parse)
          .sort((a, b) => (a.created_at ?? 0) - (b.created_at ?? 0)),
    },
    subscribedApps: {
      ...subscribed,
      ofApp: async (appId: string) =>
        (
          await db
            .selectFrom('subscribed_apps')
            .select(['version', 'body'])
            .where('app_id', '=', appId)
            .orderBy('id')
            .execute()
        ).map(subscribed.parse),
      /** Cached under the account, because every webhook asks. */
      ofAccount: database.cache.keep('subscribed_apps_of', async accountId => {
        const rows = await db
          .selectFrom('subscribed_apps')
          .select(['version', 'body'])
          .where('account_id', '=', accountId)
          .orderBy('id')
          .execute()
        return rows.map(subscribed.parse)
      }),
    },
  }
}
