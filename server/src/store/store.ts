import type { Event } from '../events/event.ts'
import type { Ids } from '../runtime/ids.ts'
import { commitQueue } from './commit.ts'
import type { Driver, Piece } from './driver.ts'
import { hotRows } from './hot-rows.ts'
import { makeRead, type Read } from './read.ts'
import { recordCache } from './record-cache.ts'
import { Stage } from './stage.ts'
import { messageOf } from './tables/messages.ts'
import type { Draft, Outcome, Take, Write } from './write.ts'

const NONE: ReadonlySet<string> = new Set()

/** How often a unit is run again because of what others did, before it gives up. */
const ATTEMPTS = 10

/** One unit of work: reads committed state, stages what shall be. Its handler may run more than once. */
export interface Unit {
  read: Read
  stage: Stage
  /** The world clock when this run began. */
  now: number
  ids: Ids
  /** Names of takes that the store refused in the runs before. */
  exhausted: ReadonlySet<string>
  record(event: Event): void
  take(take: Take): void
}

/** Looks at what a unit has recorded, and stages what follows from it (webhooks) in the same commit. */
type BeforeCommit = (events: Event[], unit: Unit) => Promise<void>

/** What was committed: for the live feed and for whoever waits for jobs. */
export interface Committed {
  events: { seq: number; event: Event }[]
  jobs: boolean
  deliveries: boolean
}

/** A unit could not be kept, for a reason that its handler cannot mend. */
export class NotCommitted extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super(`The unit was not committed: ${JSON.stringify(outcome)}`)
    this.outcome = outcome
  }
}

export interface StoreOptions {
  driver: Driver
  now: () => number
  /** Ids for one run of a unit; `child` names it, so that the same run draws the same ids. */
  ids: (child: string) => Ids
  beforeCommit: BeforeCommit
}

export interface RunOptions {
  /** Units with the same key run one after the other, so that their records do not go stale. */
  queue?: string
  /** Names the unit for repeatable ids. */
  name?: string
}

export function makeStore({ driver, now, ids, beforeCommit }: StoreOptions) {
  const cache = recordCache()
  const hot = driver.dialect === 'sqlite' ? hotRows(row => messageOf(row as never)) : undefined
  const read = makeRead({ db: driver.db, cache, ...(hot ? { hot } : {}) })
  const queue = commitQueue(driver)
  const listeners = new Set<(committed: Committed) => void>()
  const tails = new Map<string, Promise<unknown>>()
  const stopForeign = driver.onForeignCommit(touched => {
    for (const key of touched) dropTouched(key)
    const told: Committed = { events: [], jobs: true, deliveries: true }
    for (const listener of listeners) listener(told)
  })
  let unnamed = 0

  async function attempt<T>(work: (unit: Unit) => Promise<T>, name: string): Promise<T> {
    let exhausted = NONE
    for (let tries = 1; ; tries++) {
      const draft: Draft = { writes: [], takes: [], events: [] }
      const events: Event[] = []
      const unit: Unit = {
        read,
        stage: new Stage(draft.writes),
        now: now(),
        ids: ids(name),
        exhausted,
        record: event => void events.push(event),
        take: take => void draft.takes.push(take),
      }
      const result = await work(unit)
      if (events.length > 0) await beforeCommit(events, unit)
      if (draft.writes.length === 0 && events.length === 0 && draft.takes.length === 0) return result
      for (const event of events) draft.events.push(eventRow(event, unit.ids.key()))
      const outcome = await queue.submit(draft)
      if (outcome.kind === 'committed') {
        settled(draft, events, outcome.seqs)
        return result
      }
      forget(draft.writes)
      if (hot) for (const write of draft.writes) hot.drop(write)
      if (outcome.kind === 'refused') exhausted = new Set([...exhausted, ...outcome.names])
      else if (outcome.kind !== 'stale' && !(outcome.kind === 'conflict' && tries < ATTEMPTS))
        throw new NotCommitted(outcome)
      if (tries >= ATTEMPTS) throw new NotCommitted(outcome)
    }
  }

  function settled(draft: Draft, events: Event[], seqs: number[]): void {
    forget(draft.writes)
    if (hot) for (const write of draft.writes) hot.settle(write)
    if (listeners.size === 0) return
    const committed: Committed = {
      events: events.map((event, i) => ({ seq: seqs[i]!, event })),
      jobs: draft.writes.some(write => write.table === 'jobs' && write.op === 'insert'),
      deliveries: draft.writes.some(write => write.table === 'deliveries' && write.op === 'insert'),
    }
    for (const listener of listeners) listener(committed)
  }

  function forget(writes: Write[]): void {
    for (const write of writes) {
      if (!CACHED.has(write.table)) continue
      if (write.op === 'clear') cache.clear()
      else dropWritten(write)
    }
  }

  function dropWritten(write: Exclude<Write, { op: 'clear' }>): void {
    const id = write.op === 'delete' ? write.id : write.row.id
    cache.drop(write.table, id)
    if (write.table === 'subscribed_apps') cache.drop('subscribed_apps_of', accountOf(id))
    if (write.table !== 'templates') return
    // Rare: only hidden templates are ever taken away.
    if (write.op === 'delete') cache.clear()
    else cache.drop('templates_named', `${write.row.account_id}/${write.row.name}`)
  }

  /** The same, from another node's word that a row was touched: `table:id`. */
  function dropTouched(key: string): void {
    const at = key.indexOf(':')
    const table = key.slice(0, at)
    const id = key.slice(at + 1)
    if (key === '*' || table === 'templates') cache.clear()
    else cache.drop(table, id)
    if (table === 'subscribed_apps') cache.drop('subscribed_apps_of', accountOf(id))
  }

  function dropCaches(): void {
    cache.clear()
    hot?.clear()
  }

  return {
    read,
    driver,
    /**
     * Runs a unit of work and resolves once it is on disk. What the handler throws comes out as it is, with nothing
     * kept; a unit that was overtaken by others runs again. Throws NotCommitted for a full disk, or a name that is taken.
     */
    run<T>(work: (unit: Unit) => Promise<T>, options: RunOptions = {}): Promise<T> {
      const name = options.name ?? `unit-${unnamed++}`
      if (!options.queue) return attempt(work, name)
      const before = tails.get(options.queue) ?? Promise.resolve()
      const mine = before.then(() => attempt(work, name))
      const tail = mine.catch(() => {})
      tails.set(options.queue, tail)
      void tail.then(() => {
        if (tails.get(options.queue!) === tail) tails.delete(options.queue!)
      })
      return mine
    },
    /**
     * Puts rows in the place of all there are (`Driver.replace`), with nothing else on its way; units that are ready
     * meanwhile wait. `settled` is called once they are there, before anybody is told. Throws what `pieces` throws.
     */
    async replace(pieces: AsyncIterable<Piece>, event: Event, settled: () => void): Promise<Outcome> {
      const outcome = await queue.alone(async () => {
        const decided = await driver.replace(pieces, eventRow(event, ids('replace').key()))
        dropCaches()
        return decided
      })
      if (outcome.kind !== 'committed') return outcome
      settled()
      const told: Committed = { events: [{ seq: outcome.seqs[0]!, event }], jobs: true, deliveries: true }
      for (const listener of listeners) listener(told)
      return outcome
    },
    onCommit(listener: (committed: Committed) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dropCaches,
    idle: () => queue.idle(),
    async close() {
      await queue.idle()
      stopForeign()
      await driver.close()
    },
  }
}

export type Store = ReturnType<typeof makeStore>

/** Tables whose rows are kept in memory by id, or in a list. */
const CACHED = new Set([
  'world',
  'nodes',
  'businesses',
  'apps',
  'users',
  'tokens',
  'authorization_codes',
  'accounts',
  'assignments',
  'schedules',
  'credit_lines',
  'credit_allocations',
  'subscribed_apps',
  'phone_numbers',
  'code_messages',
  'blocks',
  'threads',
  'message_links',
  'preverified_numbers',
  'templates',
  'template_groups',
  'media',
  'uploads',
  'links',
  'customers',
  'rulebook',
])

/** The id of a subscription begins with its account's. */
const accountOf = (subscriptionId: string): string => subscriptionId.slice(0, subscriptionId.indexOf('/'))

const eventRow = (event: Event, id: string) => ({
  id,
  at: event.at,
  type: event.type,
  account_id: event.account_id ?? null,
  phone_number_id: event.phone_number_id ?? null,
  customer_id: event.customer_id ?? null,
  body: JSON.stringify(event),
})
