import type { App, SubscribedApp } from '../domain/accounts/apps.ts'
import type { Account, Business } from '../domain/accounts/model.ts'
import type { CachedLink, Media } from '../domain/messaging/media.ts'
import type { Customer } from '../domain/messaging/model.ts'
import { isGone } from '../domain/numbers/life.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Rollout } from '../domain/rollout.ts'
import type { Rulebook } from '../domain/rules/rulebook.ts'
import type { Template, TemplateGroup } from '../domain/templates/model.ts'
import type { TemplateSettings } from '../domain/templates/settings.ts'
import type { UploadSession } from '../domain/uploads.ts'
import type { LoggedEvent } from '../events/event.ts'
import { accountReads, eventsOfAccount, peopleReads } from './accounts.ts'
import { feedbackReads } from './feedback.ts'
import { conversationId, conversationReads, messageReads } from './messages.ts'
import { numberReads } from './numbers.ts'
import { reachedReads } from './reached.ts'
import { type Database, recordReads } from './records.ts'
import { retentionReads } from './retention.ts'
import { trafficReads } from './traffic.ts'

/** The world's own record: its seed, its clock, its secrets. */
export interface World {
  id: 'world'
  seed: unknown
  /** Which announced changes of the platform have arrived here, where that differs from the default. */
  rollout?: Partial<Rollout>
  clock: { mode: 'running'; offset: number } | { mode: 'frozen'; at: number }
  /** How templates are dealt with, once somebody has said so. */
  templates?: TemplateSettings
  created_at: number
}

/** Everything that can be asked of committed state. Nothing here sees what a unit has staged. */
export function makeRead(database: Database) {
  const { db } = database
  const templates = recordReads<Template>(database, 'templates')
  const templateGroups = recordReads<TemplateGroup>(database, 'template_groups')
  const numbers = recordReads<PhoneNumber>(database, 'phone_numbers')
  const accounts = recordReads<Account>(database, 'accounts')
  const businesses = recordReads<Business>(database, 'businesses')
  const subscribed = recordReads<SubscribedApp>(database, 'subscribed_apps')
  const customers = recordReads<Customer>(database, 'customers')
  const apps = recordReads<App>(database, 'apps')
  const media = recordReads<Media>(database, 'media')
  const there = async (list: Promise<{ version: number; body: string }[]>) =>
    (await list).map(numbers.parse).filter(number => !isGone(number))
  return {
    world: recordReads<World>(database, 'world'),
    businesses: {
      ...businesses,
      all: async () =>
        (await db.selectFrom('businesses').select(['version', 'body']).orderBy('id').execute()).map(businesses.parse),
    },
    ...peopleReads(database),
    ...accountReads(database),
    apps: {
      ...apps,
      /** The one that the world began with comes first. */
      all: async () =>
        (await db.selectFrom('apps').select(['version', 'body']).orderBy('id').execute())
          .map(apps.parse)
          .sort((a, b) => (a.created_at ?? 0) - (b.created_at ?? 0)),
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
    numbers: {
      ...numbers,
      ofAccount: (accountId: string) =>
        there(
          db
            .selectFrom('phone_numbers')
            .select(['version', 'body'])
            .where('account_id', '=', accountId)
            .orderBy('id')
            .execute(),
        ),
      all: () => there(db.selectFrom('phone_numbers').select(['version', 'body']).orderBy('id').execute()),
      /** Those that were removed or moved away as well. */
      ever: async () =>
        (await db.selectFrom('phone_numbers').select(['version', 'body']).orderBy('id').execute()).map(numbers.parse),
    },
    ...numberReads(database),
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
      async ofAccount(accountId: string) {
        const key = `subscribed_apps_of:${accountId}`
        const cached = database.cache.get(key) as ReturnType<typeof subscribed.parse>[] | undefined
        if (cached) return cached
        const { generation } = database.cache
        const rows = await db
          .selectFrom('subscribed_apps')
          .select(['version', 'body'])
          .where('account_id', '=', accountId)
          .orderBy('id')
          .execute()
        const list = rows.map(subscribed.parse)
        database.cache.set(key, list, generation)
        return list
      },
    },
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
    feedback: feedbackReads(database),
    customers: {
      ...customers,
      all: async (after: string, limit: number) =>
        (
          await db
            .selectFrom('customers')
            .select(['version', 'body'])
            .where('id', '>', after)
            .orderBy('id')
            .limit(limit)
            .execute()
        ).map(customers.parse),
    },
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
    reached: reachedReads(database),
    rulebook: recordReads<Rulebook>(database, 'rulebook'),
    counters: {
      /** The sum of a tally; buckets are not read. */
      async tally(id: string): Promise<number> {
        const row = await db.selectFrom('counters').select('value').where('id', '=', id).executeTakeFirst()
        return row?.value ?? 0
      },
    },
    uploads: recordReads<UploadSession>(database, 'uploads'),
    links: recordReads<CachedLink>(database, 'links'),
    nodes: {
      /** The kind of the node behind an id, and the account or business that owns it. */
      async find(id: string): Promise<{ kind: string; owner: string | null } | undefined> {
        const key = `nodes:${id}`
        const cached = database.cache.get(key) as { kind: string; owner: string | null } | null | undefined
        if (cached !== undefined) return cached ?? undefined
        const { generation } = database.cache
        const row = await db.selectFrom('nodes').select(['kind', 'owner']).where('id', '=', id).executeTakeFirst()
        database.cache.set(key, row ?? null, generation)
        return row
      },
    },
    conversations: conversationReads(database),
    messages: messageReads(database),
    events: {
      async after(seq: number, filter: EventFilter, limit: number): Promise<LoggedEvent[]> {
        let query = db.selectFrom('events').select(['seq', 'id', 'body']).where('seq', '>', seq)
        if (filter.types?.length) query = query.where('type', 'in', filter.types)
        if (filter.customer_id) query = query.where('customer_id', '=', filter.customer_id)
        if (filter.phone_number_id) query = query.where('phone_number_id', '=', filter.phone_number_id)
        const rows = await query.orderBy('seq').limit(limit).execute()
        return rows.map(row => ({ ...(JSON.parse(row.body) as LoggedEvent), seq: Number(row.seq), id: row.id }))
      },
      ofAccount: eventsOfAccount(database),
      /** What became of one message, oldest first. Looks through the log from the instant it was sent. */
      async ofMessage(
        message: { wamid: string; customer_id: string; at: number },
        types: string[],
      ): Promise<LoggedEvent[]> {
        const rows = await db
          .selectFrom('events')
          .select(['seq', 'id', 'body'])
          .where('at', '>=', message.at)
          .where('customer_id', '=', message.customer_id)
          .where('type', 'in', types)
          .orderBy('seq')
          .execute()
        return rows
          .map(row => ({ ...(JSON.parse(row.body) as LoggedEvent), seq: Number(row.seq), id: row.id }))
          .filter(event => 'wamid' in event && event.wamid === message.wamid)
      },
      async lastSeq(): Promise<number> {
        const row = await db
          .selectFrom('events')
          .select(e => e.fn.max('seq').as('seq'))
          .executeTakeFirst()
        return Number(row?.seq ?? 0)
      },
    },
    retention: retentionReads(database),
    traffic: trafficReads(database),
    deliveries: {
      find: (id: string) => db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst(),
      async list(filter: { status?: string; before?: string }, limit: number) {
        let query = db.selectFrom('deliveries').selectAll()
        if (filter.status) query = query.where('status', '=', filter.status)
        if (filter.before) query = query.where('id', '<', filter.before)
        return query.orderBy('id', 'desc').limit(limit).execute()
      },
      /** Webhooks of one chat since one of its messages, oldest first: keys rise with time. Looks through the log from there. */
      ofChat: (message: { key: string; phone_number_id: string; customer_id: string }) =>
        db
          .selectFrom('deliveries')
          .selectAll()
          .where('id', '>', message.key)
          .where('conversation', '=', conversationId(message.phone_number_id, message.customer_id))
          .where('field', '=', 'messages')
          .orderBy('id')
          .execute(),
      attemptsOf: (ids: string[]) =>
        ids.length === 0
          ? Promise.resolve([])
          : db.selectFrom('attempts').selectAll().where('delivery_id', 'in', ids).orderBy('id').execute(),
      async pendingCount(): Promise<number> {
        const row = await db
          .selectFrom('deliveries')
          .select(e => e.fn.countAll().as('n'))
          .where('status', '=', 'pending')
          .executeTakeFirst()
        return Number(row?.n ?? 0)
      },
    },
  }
}

export interface EventFilter {
  types?: string[]
  customer_id?: string
  phone_number_id?: string
}

export type Read = ReturnType<typeof makeRead>
