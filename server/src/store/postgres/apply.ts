import { Rejected } from '../rejected.ts'
import type { Draft, Outcome, Write } from '../write.ts'
import type { Catalog } from './catalog.ts'
import { EVENTS_LOCK } from './catalog.ts'
import { type LockedCounters, lockCounters } from './counters.ts'
import { concernsAll, mayRetry, metAnother, outcomeOf } from './errors.ts'
import { CHANNEL, payloadsFor, touchedBy } from './notify.ts'
import { insertEvents, planWrites } from './plan.ts'
import type { Company, Connections, Query } from './pool.ts'

/** How often a batch is tried when it met another node's, or a connection that had died. */
const ATTEMPTS = 5

/**
 * Applies batches of units to PostgreSQL.
 *
 * The straight way is one transaction of few statements, each for many rows. If that fails for a reason of some unit's
 * own, the transaction is rolled back and replayed in ever smaller parts, each behind a savepoint, until the units that
 * fail stand alone. Locks are taken in the same order everywhere: counters, tables by name, rows by id, then the log.
 * Where batches of two nodes block each other all the same, the one that gives way is tried again with nobody beside it.
 */
export function postgresApplier({ transaction }: Connections, catalog: Catalog, node: string) {
  let syncs = 0

  /** One transaction around `apply`, which says what becomes of each unit. The log comes last: it is one queue for all nodes. */
  async function inTransaction(
    drafts: Draft[],
    company: Company,
    apply: (work: Work) => Promise<Outcome[]>,
  ): Promise<Outcome[]> {
    const outcomes = await transaction(company, async query => {
      const counters = await lockCounters(query, drafts)
      const result = await apply({ query, counters, catalog })
      const kept = drafts.filter((_, i) => result[i]!.kind === 'committed')
      if (kept.length === 0) return { result }
      await counters.save()
      await recordEvents(query, drafts, result)
      return { result, xid: await notify(query, kept) }
    })
    syncs++
    return outcomes
  }

  async function notify(query: Query, kept: Draft[]): Promise<string | undefined> {
    const payloads = payloadsFor(node, touchedBy(kept))
    const { rows } = await query<{ xid: string }>(
      `SELECT pg_current_xact_id()::text AS xid, pg_notify('${CHANNEL}', payload) FROM unnest($1::text[]) AS payload`,
      [payloads],
    )
    return rows[0]?.xid
  }

  async function applyBatch(drafts: Draft[], company: Company): Promise<Outcome[]> {
    try {
      return await inTransaction(drafts, company, work => together(work, drafts))
    } catch (error) {
      if (concernsAll(error)) throw error
    }
    try {
      return await inTransaction(drafts, company, work => inParts(work, drafts))
    } catch (error) {
      if (concernsAll(error)) throw error
      if (drafts.length === 1) return [outcomeOf(error, catalog)]
    }
    // What fails is not a write but an event, and those are inserted together: each unit for itself.
    return oneAfterTheOther(drafts)
  }

  async function oneAfterTheOther(drafts: Draft[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (const draft of drafts) outcomes.push(...(await commit([draft])))
    return outcomes
  }

  async function commit(drafts: Draft[]): Promise<Outcome[]> {
    // Takes are decided before anything is written, so a unit that clears the counters cannot share a batch.
    if (drafts.length > 1 && drafts.some(clearsCounters)) return oneAfterTheOther(drafts)
    // What another node is just writing cannot be seen, and so not be cleared.
    let company: Company = drafts.some(clears) ? 'alone' : 'beside'
    for (let attempt = 1; ; attempt++) {
      try {
        return await applyBatch(drafts, company)
      } catch (error) {
        if (metAnother(error)) company = 'alone'
        if (mayRetry(error) && attempt < ATTEMPTS) continue
        const outcome = outcomeOf(error, catalog)
        return drafts.map(() => outcome)
      }
    }
  }

  return { syncs: () => syncs, commit }
}

const clears = (draft: Draft): boolean => draft.writes.some(write => write.op === 'clear')

const clearsCounters = (draft: Draft): boolean =>
  draft.writes.some(write => write.op === 'clear' && write.table === 'counters')

interface Work {
  query: Query
  counters: LockedCounters
  catalog: Catalog
}

/** All units at once. Those whose takes are refused are left out; anything else that goes wrong throws. */
async function together({ query, counters, catalog }: Work, drafts: Draft[]): Promise<Outcome[]> {
  const outcomes = drafts.map(draft => decide(counters, draft))
  const writes = drafts.flatMap((draft, i) => (outcomes[i]!.kind === 'committed' ? draft.writes : []))
  for (const { text, values, expects } of planWrites(writes, catalog)) {
    const { rowCount } = await query(text, values)
    if (expects !== undefined && rowCount !== expects) throw new Error('A record of the batch is stale.')
  }
  return outcomes
}

async function inParts(work: Work, drafts: Draft[]): Promise<Outcome[]> {
  const goBack = work.counters.mark()
  await work.query('SAVEPOINT part')
  try {
    const outcomes = await (drafts.length === 1 ? alone(work, drafts[0]!) : together(work, drafts))
    await work.query('RELEASE SAVEPOINT part')
    return outcomes
  } catch (error) {
    if (concernsAll(error)) throw error
    await work.query('ROLLBACK TO SAVEPOINT part')
    await work.query('RELEASE SAVEPOINT part')
    goBack()
    if (drafts.length === 1) return [outcomeOf(error, work.catalog)]
  }
  const half = drafts.length >> 1
  return [...(await inParts(work, drafts.slice(0, half))), ...(await inParts(work, drafts.slice(half)))]
}

/** Write by write, so that the first reason to fail is the one that is named. */
async function alone({ query, counters, catalog }: Work, draft: Draft): Promise<Outcome[]> {
  const outcome = decide(counters, draft)
  if (outcome.kind !== 'committed') return [outcome]
  for (const write of draft.writes) {
    const [statement] = planWrites([write], catalog)
    const { rowCount } = await query(statement!.text, statement!.values)
    if (write.op === 'change' && rowCount === 0) throw new Rejected(staleOutcome(write))
  }
  return [outcome]
}

const staleOutcome = (write: Write & { op: 'change' }): Outcome => ({
  kind: 'stale',
  table: write.table,
  id: write.row.id,
})

function decide(counters: LockedCounters, draft: Draft): Outcome {
  const refused = counters.take(draft.takes)
  return refused ? { kind: 'refused', names: refused } : { kind: 'committed', seqs: [] }
}

/**
 * Appends to the log and fills in the numbers. The lock is held until the commit is visible, on whatever node, so a
 * reader that has seen a number will never see a lower one appear.
 */
async function recordEvents(query: Query, drafts: Draft[], outcomes: Outcome[]): Promise<void> {
  const owners = drafts.flatMap((draft, i) => (outcomes[i]!.kind === 'committed' ? draft.events.map(() => i) : []))
  if (owners.length === 0) return
  await query('SELECT pg_advisory_xact_lock($1)', [EVENTS_LOCK])
  const events = drafts.flatMap((draft, i) => (outcomes[i]!.kind === 'committed' ? draft.events : []))
  const { text, values } = insertEvents(events)
  const { rows } = await query<{ seq: number }>(text, values)
  const seqs = rows.map(row => row.seq).sort((a, b) => a - b)
  owners.forEach((owner, i) => {
    const outcome = outcomes[owner]!
    if (outcome.kind === 'committed') outcome.seqs.push(seqs[i]!)
  })
}
