import type { Template, TemplateGroup } from '../../domain/templates/model.ts'
import { type Database, recordReads } from '../records.ts'

/** Templates, and the groups that they are looked at in. */
export function templateReads(database: Database) {
  const { db } = database
  const templates = recordReads<Template>(database, 'templates')
  const templateGroups = recordReads<TemplateGroup>(database, 'template_groups')
  const named = database.cache.keep('templates_named', async key => {
    const slash = key.indexOf('/')
    const rows = await db
      .selectFrom('templates')
      .select(['version', 'body'])
      .where('account_id', '=', key.slice(0, slash))
      .where('name', '=', key.slice(slash + 1))
      .where('unique_name', 'is not', null)
      .orderBy('id')
      .execute()
    return rows.map(templates.parse)
  })
  return {
    templates: {
      ...templates,
      /** Every language of a name that is not deleted. Cached, because every template send asks. */
      named: (accountId: string, name: string) => named(`${accountId}/${name}`),
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
