import type { Pool } from 'pg'
import type { Claim, DeliveryClaim, Driver } from '../driver.ts'
import type { Schema } from '../schema.ts'
import { SIGN_OF_LIFE } from './notify.ts'
import { toParameter, toStored } from './text.ts'

/** The endpoints behind `after` for which something waits: one step into the index each, as long as somebody asks. */
const endpointsAfter = (after: string): string => `
  endpoint AS (
    (SELECT app_id, url, 1 AS place FROM deliveries
     WHERE status = 'pending' AND (app_id, url) > ${after} ORDER BY app_id, url LIMIT 1)
    UNION ALL
    SELECT next.app_id, next.url, before.place + 1 FROM endpoint AS before CROSS JOIN LATERAL (
      SELECT app_id, url FROM deliveries
      WHERE status = 'pending' AND (app_id, url) > (before.app_id, before.url) ORDER BY app_id, url LIMIT 1) AS next)`

/**
 * The database's clock in Unix milliseconds, by which locks end: it is the same for all nodes, and real. World time
 * stands still where it is frozen, and a node that advances it by a day would take what the others have in hand.
 */
const REAL_NOW = '(extract(epoch FROM statement_timestamp()) * 1000)::bigint'

/**
 * Nobody's, or locked by this node, which does not know it: then the answer to a claim was lost with its connection. So
 * a node may have one claim on its way at a time.
 */
const isFree = (node: string): string => `(locked_until <= ${REAL_NOW} OR locked_by = ${node})`

/** Rows that another node is just taking are passed over, not waited for. */
const CLAIM_JOBS = `
  WITH due AS MATERIALIZED (
    SELECT id FROM jobs WHERE due_at <= $1 AND ${isFree('$5')} AND id <> ALL($4::text[])
    ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
  UPDATE jobs AS t SET locked_until = ${REAL_NOW} + $3::bigint, locked_by = $5
  FROM due WHERE t.id = due.id RETURNING t.*`

/**
 * No join but a nested loop keeps the order of the endpoints, which the limit needs; so rooms come as one JSON object.
 * What is held is a set that is made once (`<> ALL` of a named statement would go through it for every row).
 */
const CLAIM_DELIVERIES = `
  WITH RECURSIVE ${endpointsAfter('($5::text, $6::text)')},
  due AS MATERIALIZED (
    SELECT one.id, endpoint.place
    FROM endpoint CROSS JOIN LATERAL (
      SELECT id FROM deliveries
      WHERE status = 'pending' AND app_id = endpoint.app_id AND url = endpoint.url AND due_at <= $1
        AND ${isFree('$9')} AND id NOT IN (SELECT unnest($4::text[]))
      ORDER BY due_at, id
      LIMIT COALESCE(($8::jsonb ->> (endpoint.app_id || ' ' || endpoint.url))::bigint, $7) FOR UPDATE SKIP LOCKED) AS one
    LIMIT $2)
  UPDATE deliveries AS t SET locked_until = ${REAL_NOW} + $3::bigint, locked_by = $9
  FROM due WHERE t.id = due.id RETURNING due.place, t.*`

const NEXT_DUE = `
  WITH RECURSIVE ${endpointsAfter(`('', '')`)}
  SELECT LEAST(
    (SELECT MIN(due_at) FROM jobs WHERE due_at > $1),
    (SELECT MIN(later.due_at) FROM endpoint CROSS JOIN LATERAL (
      SELECT due_at FROM deliveries
      WHERE status = 'pending' AND app_id = endpoint.app_id AND url = endpoint.url AND due_at > $1
      ORDER BY due_at LIMIT 1) AS later)) AS due`

/** Planning these takes longer than running them: with a name, a connection does it once. */
const claimDeliveries = { name: 'landline_claim_deliveries', text: CLAIM_DELIVERIES }
const nextDue = { name: 'landline_next_due', text: NEXT_DUE }

type Placed<R> = R & { place: number }

/** Takes the locks off what nodes have in hand that are not there any more. */
export async function freeWorkOfTheGone(pool: Pool): Promise<void> {
  for (const table of ['jobs', 'deliveries']) {
    await pool.query(
      `UPDATE ${table} SET locked_until = 0 WHERE locked_until > ${REAL_NOW} AND locked_by IS NOT NULL
       AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = $1 || locked_by)`,
      [SIGN_OF_LIFE],
    )
  }
}

/** Finds work that is due, and marks it as this node's. */
export function postgresClaims(pool: Pool, node: string): Pick<Driver, 'claimJobs' | 'claimDeliveries' | 'nextDue'> {
  return {
    async claimJobs(claim) {
      const { rows } = await pool.query<Schema['jobs']>(CLAIM_JOBS, [...commonOf(claim), node])
      return rows.sort(oldestFirst)
    },
    async claimDeliveries(claim) {
      const values = [...commonOf(claim), ...endpointsOf(claim), node]
      const { rows } = await pool.query<Placed<Schema['deliveries']>>({ ...claimDeliveries, values })
      rows.sort((a, b) => a.place - b.place || oldestFirst(a, b))
      return rows.map(({ place: _, ...row }) => row)
    },
    async nextDue(now) {
      const { rows } = await pool.query<{ due: number | null }>({ ...nextDue, values: [now] })
      return rows[0]!.due ?? undefined
    },
  }
}

const commonOf = ({ now, limit, lockFor, held }: Claim): unknown[] =>
  [now, limit, lockFor, [...held.keys()]].map(toParameter)

const endpointsOf = ({ after, each, rooms }: DeliveryClaim): unknown[] => {
  const room = Object.fromEntries(rooms.map(one => [toStored(`${one.app_id} ${one.url}`), one.room]))
  return [after?.app_id ?? '', after?.url ?? '', each, JSON.stringify(room)].map(toParameter)
}

type Timed = { id: string; due_at: number }

const oldestFirst = (a: Timed, b: Timed): number => a.due_at - b.due_at || (a.id < b.id ? -1 : 1)
