import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { Draft, EventRow, Outcome, Row } from './write.ts'

export interface Claim {
  now: number
  limit: number
  /** Real milliseconds. World time may stand still or leap, and what is in hand is in hand all the same. */
  lockFor: number
  /** Ids that this node works on already. */
  held: Held
}

/** A set of ids, or a map from them. */
export interface Held {
  readonly size: number
  has(id: string): boolean
  keys(): Iterable<string>
}

/** Where notifications go: one app at one URL. */
export type Endpoint = Pick<Schema['deliveries'], 'app_id' | 'url'>

/** Deliveries are claimed endpoint by endpoint, so that much of one hides nothing of another. */
export interface DeliveryClaim extends Claim {
  /** As many of one endpoint at most ... */
  each: number
  /** ... and of these fewer: of one without room nothing is even looked at. */
  rooms: readonly (Endpoint & { room: number })[]
  /** Begins behind this endpoint, in the order of app and URL; undefined begins with the first. */
  after?: Endpoint | undefined
}

/** A table as the database has it. */
export interface Table {
  name: string
  columns: { name: string; type: 'text' | 'number'; nullable: boolean }[]
}

/** Some rows of one table: as many as are read or written together. */
export interface Piece {
  table: string
  rows: Row[]
}

/** One database behind the store. Both drivers pass the same conformance suite. */
export interface Driver {
  readonly dialect: 'sqlite' | 'postgres'
  /** For reads only. Writes go through `commit`. */
  readonly db: Kysely<Schema>
  /**
   * Applies the units in order inside one database transaction and resolves after it is on disk.
   * Each unit has its own outcome: one that is stale, refused, in conflict or broken leaves nothing behind and
   * never takes its neighbours down. Never rejects.
   * Where nodes commit at the same time, an update or delete may miss a row that another node is just inserting.
   */
  commit(drafts: Draft[]): Promise<Outcome[]>
  /**
   * Calls back when another node has committed: the `table:id` keys it touched, `table:*` for tables whose rows nobody
   * keeps in memory, and `*` when anything may have changed. Returns a stop function.
   */
  onForeignCommit(listener: (touched: string[]) => void): () => void
  /**
   * Takes up to `limit` due rows for this node, oldest first, leaving out the ids in `held`. Where several nodes share
   * the database, no other node gets them before `lockFor` has passed by the database's own clock;
   * this one gets them again, if they are not in `held`: ask for one claim after the other.
   */
  claimJobs(claim: Claim): Promise<Schema['jobs'][]>
  /** The same, one endpoint after the other, and oldest first within each. What it costs does not grow with a backlog. */
  claimDeliveries(claim: DeliveryClaim): Promise<Schema['deliveries'][]>
  /**
   * The instant of the earliest job or pending delivery that is due after `now`; undefined when there is none. What is due
   * and locked by another node is not told: who waits for a lock to end looks now and then.
   */
  nextDue(now: number): Promise<number | undefined>
  /** Tables of the world and their columns. What only keeps house (versions of the tables) is none of them. */
  tables(): Promise<Table[]>
  /**
   * Every row of every table, in the order of the keys, all as of one moment: that of the first piece. Others read and
   * write meanwhile, and only a piece is in memory. Whoever ends the iteration early lets go of everything.
   */
  dump(): AsyncGenerator<Piece, void, undefined>
  /**
   * Puts these rows in the place of all there are, and `event` at the end of the log, as one commit; numbers of events
   * go on from where they are. Only a piece is in memory. Until the commit everybody reads what was there, and so does
   * whoever comes after a crash. Rejects with what `pieces` throws, which changes nothing, and neither does an outcome
   * other than `committed`. Nothing else may be committed through this driver meanwhile.
   */
  replace(pieces: AsyncIterable<Piece>, event: EventRow): Promise<Outcome>
  /** Size on disk in bytes, for the start message and retention. */
  size(): Promise<number>
  /**
   * Bytes that rows really take up, for retention by size; freed room counts as free. 0 where the database keeps house
   * itself and does not tell (PostgreSQL).
   */
  used(): Promise<number>
  /** Number of commits that were forced to disk so far, for tests. */
  syncs(): number
  close(): Promise<void>
}
