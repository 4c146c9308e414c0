import type { CachedLink, Media } from '../../domain/messaging/media.ts'
import type { UploadSession } from '../../domain/uploads.ts'
import { type Database, recordReads } from '../records.ts'

/** Files: what is known of them, those that are still arriving, and what links led to. */
export function mediaReads(database: Database) {
  const { db } = database
  const media = recordReads<Media>(database, 'media')
  return {
    media: {
      ...media,
      expired: async (now: number, limit: number) =>
        (
          await db
            .selectFrom('media')
            .select(['version', 'body'])
            .where('expires_at', '<=', now)
            .orderBy('expires_at')
            .limit(limit)
            .execute()
        ).map(media.parse),
    },
    uploads: recordReads<UploadSession>(database, 'uploads'),
    links: recordReads<CachedLink>(database, 'links'),
  }
}
