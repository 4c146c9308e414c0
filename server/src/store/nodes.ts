import type { Database } from './records.ts'

/** What an id stands for. Cached, because every call asks. */
export function nodeReads({ db, cache }: Database) {
  return {
    /** The kind of the node behind an id, and the account or business that owns it. */
    async find(id: string): Promise<{ kind: string; owner: string | null } | undefined> {
      const key = `nodes:${id}`
      const cached = cache.get(key) as { kind: string; owner: string | null } | null | undefined
      if (cached !== undefined) return cached ?? undefined
      const { generation } = cache
      const row = await db.selectFrom('nodes').select(['kind', 'owner']).where('id', '=', id).executeTakeFirst()
      cache.set(key, row ?? null, generation)
      return row
    },
  }
}
