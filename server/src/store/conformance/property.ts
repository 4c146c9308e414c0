import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../driver.ts'
import type { Draft, EventRow, Outcome, Row, Take, Write } from '../write.ts'
import { add, chat, conversation, customer, event, job, phone, template } from './drafts.ts'
import { storeModel } from './property-model.ts'

/** Tables the random units write to: with and without a unique column. */
const TABLES = ['customers', 'phone_numbers', 'templates', 'jobs', 'conversations'] as const

export interface Runs {
  sequences: number
  /** Nodes on one database, each sending its own batches at the same time. */
  interleavings: number
}

/** Runs `work` with that many nodes on one empty database. */
export type WithNodes = (nodes: number, work: (drivers: Driver[]) => Promise<void>) => Promise<void>

/** Random units against a model: few keys and small counters, so that units collide all the time. */
export function storeProperties(name: string, withNodes: WithNodes, runs: Runs): void {
  describe(`${name}: random units`, () => {
    test('a batch does exactly what its units would do one after the other', { timeout: 180_000 }, async () => {
      const property = fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 5 }), batches =>
        withNodes(1, async ([driver]) => {
          const model = storeModel()
          for (const drafts of batches) {
            const outcomes = await driver!.commit(drafts)
            expect(outcomes.map(withoutSeqs)).toEqual(drafts.map(model.apply))
          }
          for (const table of TABLES) expect(await rowsOf(driver!, table)).toEqual(model.rows(table))
        }),
      )
      await fc.assert(property, { numRuns: runs.sequences })
    })

    test.runIf(runs.interleavings > 0)(
      'what nodes commit at the same time is some order of their units',
      { timeout: 180_000 },
      async () => {
        const batches = fc.array(fc.array(meetingUnit, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
        const property = fc.asyncProperty(batches, batches, (left, right) =>
          withNodes(2, async drivers => {
            const units = new Map<string, Draft>()
            const named = (given: Draft): Draft => {
              const key = `unit-${units.size}`
              // Clearing a table locks all of it, which nodes do only when a world is put back: it has tests of its own.
              const writes = given.writes.filter(({ op }) => op !== 'clear')
              units.set(key, { ...given, writes, events: [event(key)] })
              return units.get(key)!
            }
            const sent = [left, right].map(list => list.map(drafts => drafts.map(named)))
            const answers = await Promise.all(sent.map((list, node) => sendAll(drivers[node]!, list)))
            await expectSerial(drivers[0]!, units, answers.flat())
          }),
        )
        // On a slow machine it looks at fewer of them.
        await fc.assert(property, { numRuns: runs.interleavings, interruptAfterTimeLimit: 40_000 })
      },
    )
  })
}

async function sendAll(driver: Driver, batches: Draft[][]): Promise<{ draft: Draft; outcome: Outcome }[]> {
  const answers = await Promise.all(
    batches.map(async drafts => {
      const outcomes = await driver.commit(drafts)
      return drafts.map((draft, i) => ({ draft, outcome: outcomes[i]! }))
    }),
  )
  return answers.flat()
}

/** The log tells the order. In it, each unit that was committed is allowed, and together they explain every row. */
async function expectSerial(driver: Driver, units: Map<string, Draft>, answers: { draft: Draft; outcome: Outcome }[]) {
  const log = await driver.db.selectFrom('events').select('id').orderBy('seq').execute()
  const committed = answers.filter(answer => answer.outcome.kind === 'committed')
  expect(log.map(row => row.id).sort()).toEqual(committed.map(({ draft }) => draft.events[0]!.id).sort())
  expect(answers.filter(answer => answer.outcome.kind === 'failed')).toEqual([])
  const model = storeModel()
  for (const { id } of log) expect(model.apply(units.get(id)!)).toEqual({ kind: 'committed', seqs: [] })
  for (const table of TABLES) expect(await rowsOf(driver, table)).toEqual(model.rows(table))
}

const rowsOf = (driver: Driver, table: (typeof TABLES)[number]): Promise<Row[]> =>
  driver.db.selectFrom(table).selectAll().orderBy('id').execute() as Promise<unknown> as Promise<Row[]>

const withoutSeqs = (outcome: Outcome): Outcome =>
  outcome.kind === 'committed' ? { kind: 'committed', seqs: [] } : outcome

const UNVERSIONED: ReadonlySet<string> = new Set(['jobs', 'conversations'])

const id = fc.constantFrom('1', '2', '3', 'a\u0000')
const body = fc.constantFrom('{}', '{"n":1}', '{"n":2}')
const digits = fc.constantFrom('49', '50', '51')
const uniqueName = fc.constantFrom(null, 'a/n/en', 'a/n/de')

const row: fc.Arbitrary<{ table: string; row: Row }> = fc.oneof(
  fc.tuple(id, body).map(([key, text]) => ({ table: 'customers', row: customer(key, text) })),
  fc.tuple(id, digits, body).map(([key, given, text]) => ({ table: 'phone_numbers', row: phone(key, given, text) })),
  fc.tuple(id, uniqueName).map(([key, given]) => ({ table: 'templates', row: template(key, given) })),
  fc.tuple(id, fc.nat(3)).map(([key, due]) => ({ table: 'jobs', row: job(key, due) })),
  fc.tuple(id, fc.nat(3)).map(([key, unread]) => ({ table: 'conversations', row: conversation(key, unread) })),
)

const adding: fc.Arbitrary<Write> = fc
  .tuple(id, fc.integer({ min: -2, max: 3 }))
  .map(([key, unread]) => add('conversations', chat(key), { unread }))

const writing: fc.Arbitrary<Write> = fc
  .tuple(
    fc.constantFrom('insert', 'insert', 'put', 'change', 'change', 'update', 'update', 'delete', 'clear'),
    row,
    fc.integer({ min: 1, max: 2 }),
  )
  .map(([op, given, version]): Write => {
    if (op === 'clear') return { op, table: given.table }
    if (op === 'delete') return { op, table: given.table, id: given.row.id }
    if (op !== 'change' || UNVERSIONED.has(given.table)) return { op: op === 'change' ? 'put' : op, ...given }
    return { op, version, ...given }
  })

const write = fc.oneof({ weight: 5, arbitrary: writing }, { weight: 1, arbitrary: adding })

const take: fc.Arbitrary<Take> = fc.oneof(
  fc.record({
    kind: fc.constant('tally' as const),
    name: fc.constantFrom('x', 'y'),
    counter: fc.constantFrom('tally-1', 'tally-2'),
    n: fc.integer({ min: -1, max: 2 }),
    limit: fc.constantFrom(3, 5),
  }),
  fc.record({
    kind: fc.constant('bucket' as const),
    name: fc.constantFrom('u', 'v'),
    counter: fc.constantFrom('bucket-1', 'bucket-2'),
    n: fc.integer({ min: 1, max: 2 }),
    capacity: fc.constant(3),
    interval: fc.constant(1000),
    now: fc.constantFrom(10_000, 11_000, 12_500),
  }),
)

const events: fc.Arbitrary<EventRow[]> = fc.constantFrom([], [event('e')])

const unitOf = (writes: fc.Arbitrary<Write>): fc.Arbitrary<Draft> =>
  fc.record({
    writes: fc.array(writes, { maxLength: 4 }),
    takes: fc.oneof(fc.constant([] as Take[]), fc.array(take, { maxLength: 2 })),
    events,
  })

const unit = unitOf(write)

/**
 * For nodes that meet: without what may touch no row. An update or delete takes no lock on a row that another node is
 * just inserting, so its place in the log says nothing about what it saw.
 */
const meetingUnit = unitOf(write.filter(given => given.op !== 'update' && given.op !== 'delete'))

const batch: fc.Arbitrary<Draft[]> = fc.array(unit, { minLength: 1, maxLength: 8 })
