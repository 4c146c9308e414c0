import type { Template, TemplateGroup } from '../domain/templates/model.ts'
import { type Database, recordReads } from './records.ts'

/** Templates, and the groups that they are looked at in. */
export function templateReads(database: Database) {
  const { db } = database
  const templates = recordReads<Template>(database, 'templates')
  const templateGroups = recordReads<TemplateGroup>(database, 'template_groups')
  return {
    templates: {
      ...templates,
      /** Every language of a name that is not deleted. Cached, because every template send asks. */
      async named(accountId: string, name: string) {
        const key = `templates_named:${accountId}/${name}`
        const cached = database.cache.get(key) as ReturnType<typeof templates.parse>[] | undefined
        if (cached) return cached
        const { generation } = database.cache
        const rows = await db
          .selectFrom('templates')
          .select(['version', 'body'])
          .where('account_id', '=', accountId)
          .where('name', '=', name)
          .where('unique_name', 'is not', null)
          .orderBy('id')
          .execute()
        const list = rows.map(templates.parse)
        database.cache.set(key, list, generation)
        return list
      },
      /** Every language of a name, deleted ones included: they block the name for a while. */
      everNamed: async (accountId: string, name: string) =>
        (
          await db
            .selectFrom('templates')
            .select(['version', 'body'])
            .where('account_id', '=', accountId)
            .where('name', '=', name)
            .orderBy('id')
            .execute()
        ).map(templates.parse),
      ofAccount: async (accountId: string) =>
        (
          await db
            .selectFrom('templates')
            .select(['version', 'body'])
            .where('account_id', '=', accountId)
            .where('unique_name', 'is not', null)
            .orderBy('id', 'desc')
            .execute()
        ).map(templates.parse),
    },
    templateGroups: {
      ...templateGroups,
      ofAccount: async (accountId: string) =>
        (
          await db
            .selectFrom('template_groups')
            .select(['version', 'body'])
            .where('account_id', '=', accountId)
            .orderBy('id', 'desc')
            .execute()
        ).map(templateGroups.parse),
    },
  }
}
