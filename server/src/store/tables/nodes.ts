import type { Database } from '../records.ts'

/** What an id stands for. Cached, because every call asks. */
export const nodeReads = ({ db, cache }: Database) => ({
  /** The kind of the node behind an id, and the account or business that owns it. */
  find: cache.keep('nodes', id =>
    db.selectFrom('nodes').select(['kind', 'owner']).where('id', '=', id).executeTakeFirst(),
  ),
})
