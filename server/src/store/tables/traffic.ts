import { sql } from 'kysely'
import type { Database } from '../records.ts'
import type { Schema } from '../schema.ts'
import type { Row } from '../write.ts'

type Sum = 'sent' | 'delivered' | 'opened' | 'cost'

/** What messages of one half hour have in common that are counted together. */
export type HalfHourKind = Omit<Schema['half_hours'], 'id' | Sum>

/** What messages of one day have in common that are counted together. */
export type DayKind = Omit<Schema['days'], 'id' | Sum>

/** Columns by which sums can be kept apart or left out. */
export type TrafficColumn = 'phone_number_id' | 'country' | 'category' | 'pricing_type' | 'tier' | 'template_id'

/** The rows that messages of a kind are counted in; their sums are what is added. */
export const halfHourRow = (kind: HalfHourKind): Row => ({ id: idOf(kind, kind.slot), ...kind })
export const dayRow = (kind: DayKind): Row => ({
  id: `${idOf(kind, kind.day)}/${kind.utc_day}/${kind.template_id}`,
  ...kind,
})

const idOf = (kind: Omit<HalfHourKind, 'slot'>, at: number): string =>
  [
    trafficKey(kind.account_id, at),
    kind.phone_number_id,
    kind.country,
    kind.category,
    kind.pricing_type,
    kind.tier,
  ].join('/')

/** Numbers in ids have the same length, so that ids sort by time. */
const DIGITS = 14
/** Rows of an account from a time on, in the unit of the table, have ids from here on. */
export const trafficKey = (accountId: string, at: number): string => `${accountId}/${String(at).padStart(DIGITS, '0')}`

export interface TrafficQuery {
  /** In the unit of the table, the end left out. */
  from: number
  to: number
  /** Columns to keep apart. */
  by: readonly TrafficColumn[]
  /** Values that a column may have; without the list, any. */
  where?: { [column in TrafficColumn]?: readonly string[] }
  /** Values that a column may not have. */
  except?: { [column in TrafficColumn]?: readonly string[] }
}

/** Sums of one step: the number of a half hour or of a day since 1970. */
export type TrafficSums = { step: number } & { [sum in Sum]: number } & { [column in TrafficColumn]?: string }

export interface Clicks {
  step: number
  button: string
  content: string
  count: number
  /** Distinct customers. */
  customers: number
}

/** Days of UTC, or those of the account's time zone. */
export type Calendar = 'utc_day' | 'day'

export function trafficReads({ db }: Database) {
  /** Sums by step; a table without a sum has none of it. */
  const summed = (
    table: 'half_hours' | 'days',
    step: 'slot' | Calendar,
    { by, where = {}, except = {} }: TrafficQuery,
  ) => {
    const sums = table === 'days' ? SUMS : SUMS.filter(sum => sum !== 'opened')
    let query = db
      // The two tables have all columns that are named here.
      .selectFrom(table as 'days')
      .select([
        sql<number>`${sql.ref(step)}`.as('step'),
        ...sums.map(sum => sql<number>`sum(${sql.ref(sum)})`.as(sum)),
        ...by.map(column => sql<string>`${sql.ref(column)}`.as(column)),
      ])
      .groupBy([step, ...by].map(column => sql.ref(column)))
    for (const [column, values] of Object.entries(where)) query = query.where(column as 'country', 'in', values)
    for (const [column, values] of Object.entries(except)) query = query.where(column as 'country', 'not in', values)
    return query
  }
  return {
    /** Sums of half hours of an account. */
    async halfHours(accountId: string, asked: TrafficQuery): Promise<TrafficSums[]> {
      const rows = await summed('half_hours', 'slot', asked)
        .where('id', '>=', trafficKey(accountId, asked.from))
        .where('id', '<', trafficKey(accountId, asked.to))
        .execute()
      return rows.map(row => ({ ...row, opened: 0 })) as TrafficSums[]
    },
    /** Sums of days of an account, by its own calendar. */
    async days(accountId: string, asked: TrafficQuery): Promise<TrafficSums[]> {
      const rows = await summed('days', 'day', asked)
        .where('id', '>=', trafficKey(accountId, asked.from))
        .where('id', '<', trafficKey(accountId, asked.to))
        .execute()
      return rows as TrafficSums[]
    },
    /** Sums of days of templates. */
    async templates(ids: readonly string[], calendar: Calendar, asked: TrafficQuery): Promise<TrafficSums[]> {
      if (ids.length === 0) return []
      const rows = await summed('days', calendar, asked)
        .where('template_id', 'in', ids)
        // Says that the index of templates will do.
        .where('template_id', '<>', '')
        .where(calendar, '>=', asked.from)
        .where(calendar, '<', asked.to)
        .execute()
      return rows as TrafficSums[]
    },
    /** Taps on buttons of templates, by day; buttons that say the same are one. */
    async clicks(ids: readonly string[], calendar: Calendar, from: number, to: number): Promise<Clicks[]> {
      if (ids.length === 0) return []
      return db
        .selectFrom('clicks')
        .select([
          sql<number>`${sql.ref(calendar)}`.as('step'),
          'button',
          'content',
          sql<number>`count(*)`.as('count'),
          sql<number>`count(DISTINCT customer_id)`.as('customers'),
        ])
        .where('template_id', 'in', ids)
        .where(calendar, '>=', from)
        .where(calendar, '<', to)
        .groupBy([calendar, 'button', 'content'])
        .execute()
    },
  }
}

const SUMS: readonly Sum[] = ['sent', 'delivered', 'opened', 'cost']
