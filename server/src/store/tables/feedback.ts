import { sql } from 'kysely'
import type { FeedbackKind } from '../../domain/quality.ts'
import { DAY } from '../../domain/time.ts'
import type { Database } from '../records.ts'

/** Feedback of one kind, summed over the days that have passed since. */
export interface FeedbackSum {
  kind: FeedbackKind
  /** Whole days before the instant that was asked for; 0 for the last 24 hours. */
  days_ago: number
  n: number
}

/** What is asked of feedback, and of the messages that it is about; the latter for rare questions only. */
export const feedbackReads = ({ db }: Database) => ({
  async sums(subject: string, since: number, now: number): Promise<FeedbackSum[]> {
    const daysAgo = sql<number>`(${sql.lit(now)} - at) / ${sql.lit(DAY)}`
    const rows = await db
      .selectFrom('feedback')
      .select(['kind', daysAgo.as('days_ago'), e => e.fn.sum('n').as('n')])
      .where('subject', '=', subject)
      .where('at', '>=', since)
      .groupBy(['kind', 'days_ago'])
      .execute()
    return rows.map(row => ({ kind: row.kind as FeedbackKind, days_ago: Number(row.days_ago), n: Number(row.n) }))
  },
  /** Blocks of a template's senders by the reason that was given, the most frequent first. */
  async blockReasons(subject: string, from: number, to: number): Promise<{ reason: string | null; n: number }[]> {
    const rows = await db
      .selectFrom('feedback')
      .select(['reason', e => e.fn.sum('n').as('n')])
      .where('subject', '=', subject)
      .where('kind', '=', 'blocked')
      .where('at', '>=', from)
      .where('at', '<=', to)
      .groupBy('reason')
      .execute()
    return rows.map(({ reason, n }) => ({ reason, n: Number(n) })).sort((a, b) => b.n - a.n)
  },
  old: async (subject: string, before: number, limit: number): Promise<string[]> =>
    (
      await db
        .selectFrom('feedback')
        .select('id')
        .where('subject', '=', subject)
        .where('at', '<', before)
        .limit(limit)
        .execute()
    ).map(({ id }) => id),
  /** Messages sent with a template. Looks at every message: templates have no column of their own. */
  async sends(templateId: string, from: number, to: number): Promise<number> {
    const row = await db
      .selectFrom('messages')
      .select(e => e.fn.countAll().as('n'))
      .where('type', '=', 'template')
      .where('at', '>=', from)
      .where('at', '<=', to)
      .where('body', 'like', ofTemplate(templateId))
      .executeTakeFirst()
    return Number(row?.n ?? 0)
  },
  /** Whether messages of a template have not reached their phones yet. */
  async underWay(templateId: string): Promise<boolean> {
    const row = await db
      .selectFrom('messages')
      .select('id')
      .where('status', '=', 'sent')
      .where('shown', '=', 0)
      .where('body', 'like', ofTemplate(templateId))
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },
  /** When a template was last sent; 0 for never. */
  async lastSend(templateId: string, since: number): Promise<number> {
    const row = await db
      .selectFrom('messages')
      .select(e => e.fn.max('at').as('at'))
      .where('type', 'in', ['interactive', 'template', 'text'])
      .where('at', '>=', since)
      .where('body', 'like', ofTemplate(templateId))
      .executeTakeFirst()
    return Number(row?.at ?? 0)
  },
  /** Jobs that wait with messages of a template that are held back. */
  held: async (templateId: string, limit: number): Promise<string[]> =>
    (
      await db
        .selectFrom('jobs')
        .select('id')
        .where('name', '=', 'carry-held')
        .where('payload', 'like', `%"template_id":"${templateId}"%`)
        .orderBy('id')
        .limit(limit)
        .execute()
    ).map(({ id }) => id),
})

/** How the id of its template stands in the body of a message. */
const ofTemplate = (templateId: string): string => `%"template":{"id":"${templateId}"%`
