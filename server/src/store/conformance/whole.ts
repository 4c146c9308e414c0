import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Driver, Piece } from '../driver.ts'
import type { Row } from '../write.ts'
import { customer, draft, event, insert, job, message, one, phone, tally, update } from './drafts.ts'

const ROWS = 1200
const RESTORED = event('restored')

/** What every database has to do with all of its rows at once. `open` gives a fresh, empty one. */
export function wholeConformance(name: string, open: () => Promise<Driver>): void {
  describe(`${name}: all rows`, () => {
    let driver: Driver
    beforeEach(async () => {
      driver = await open()
      const messages = Array.from({ length: ROWS }, (_, i) => insert('messages', message(String(i).padStart(4, '0'))))
      await one(driver, [...messages, insert('customers', customer('2')), insert('customers', customer('1'))])
      await driver.commit([draft([insert('jobs', job('1', 1))], [tally('all', 3)], [event('a'), event('b')])])
    })
    afterEach(() => driver.close())

    const ids = async (table: 'messages' | 'customers' | 'events') =>
      (await driver.db.selectFrom(table).select('id').orderBy('id').execute()).map(row => row.id)
    const replace = (...given: Piece[]) => driver.replace(pieces(given), RESTORED)

    test('come in pieces, in the order of the keys, as they can go in again', async () => {
      const dumped = await all(driver.dump())
      expect(dumped.filter(piece => piece.table === 'messages').length).toBeGreaterThan(1)
      expect(rowsOf(dumped, 'customers').map(row => row.id)).toEqual(['1', '2'])
      expect(rowsOf(dumped, 'events').map(row => row.id)).toEqual(['a', 'b'])
      expect(rowsOf(dumped, 'counters')).toEqual([{ id: 'all', value: 3 }])
      const tables = await driver.tables()
      for (const { table, rows } of dumped) {
        const columns = tables.find(one => one.name === table)!.columns
        for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(column => column.name))
      }
      expect(await replace(...dumped.map(unnumbered))).toMatchObject({ kind: 'committed', seqs: [expect.any(Number)] })
      const again = await all(driver.dump())
      expect(rowsOf(again, 'events').map(row => row.id)).toEqual(['a', 'b', 'restored'])
      const rest = (of: Piece[]) => of.filter(piece => piece.table !== 'events').flatMap(piece => piece.rows)
      expect(rest(again)).toEqual(rest(dumped))
    })

    test('are those of one moment, whatever is committed while they are read', async () => {
      const rows = driver.dump()
      const first = await rows.next()
      await one(driver, [
        { op: 'clear', table: 'customers' },
        { op: 'clear', table: 'events' },
      ])
      await one(driver, [insert('messages', message('later')), update('messages', { id: '0000', status: 'later' })])
      const dumped = [first.value as Piece, ...(await all(rows))]
      expect(rowsOf(dumped, 'customers').map(row => row.id)).toEqual(['1', '2'])
      expect(rowsOf(dumped, 'events').map(row => row.id)).toEqual(['a', 'b'])
      expect(rowsOf(dumped, 'messages')).toHaveLength(ROWS)
      expect(rowsOf(dumped, 'messages').filter(row => row.status === 'later')).toEqual([])
      expect(await ids('customers')).toEqual([])
      expect(await ids('messages')).toHaveLength(ROWS + 1)
    })

    test('are let go of by whoever stops reading', async () => {
      for (let i = 0; i < 20; i++) {
        const rows = driver.dump()
        await rows.next()
        await rows.return()
      }
      const unread = driver.dump()
      await unread.return()
      expect(rowsOf(await all(driver.dump()), 'messages')).toHaveLength(ROWS)
    })

    test('give way to others in one commit, counters included, and the log goes on counting', async () => {
      const [last] = await driver.db.selectFrom('events').select('seq').orderBy('seq', 'desc').limit(1).execute()
      const seen: string[][] = []
      async function* given(): AsyncGenerator<Piece> {
        yield { table: 'customers', rows: [customer('7'), customer('8')] }
        seen.push(await ids('customers'))
        yield { table: 'counters', rows: [{ id: 'all', value: 10 }] }
        const { seq: _, ...old } = { seq: 1, ...event('old') }
        yield { table: 'events', rows: [old as unknown as Row] }
        seen.push(await ids('messages'))
      }
      const outcome = await driver.replace(given(), RESTORED)
      expect(outcome).toEqual({ kind: 'committed', seqs: [last!.seq + 2] })
      // Until the commit there is what was there before.
      expect(seen[0]).toEqual(['1', '2'])
      expect(seen[1]).toHaveLength(ROWS)
      expect(await ids('customers')).toEqual(['7', '8'])
      expect(await ids('messages')).toEqual([])
      expect(await ids('events')).toEqual(['old', 'restored'])
      expect(await one(driver, [], [tally('all', 1, 11)])).toMatchObject({ kind: 'committed' })
      expect(await one(driver, [], [tally('all', 1, 11)])).toMatchObject({ kind: 'refused' })
    })

    const unchanged = async () => {
      expect(await ids('customers')).toEqual(['1', '2'])
      expect(await ids('messages')).toHaveLength(ROWS)
      expect(await ids('events')).toEqual(['a', 'b'])
      expect(await one(driver, [insert('customers', customer('3'))], [tally('all', 1, 4)])).toMatchObject({
        kind: 'committed',
      })
      expect(await one(driver, [], [tally('all', 1, 4)])).toMatchObject({ kind: 'refused' })
    }

    test('stay when those that should come in their place break off', async () => {
      async function* broken(): AsyncGenerator<Piece> {
        yield { table: 'customers', rows: [customer('7')] }
        throw new Error('broken off')
      }
      await expect(driver.replace(broken(), RESTORED)).rejects.toThrow('broken off')
      await unchanged()
    })

    test.each<[string, object, Piece]>([
      ['have one key twice', { kind: 'conflict', on: 'customers' }, { table: 'customers', rows: twice(customer('7')) }],
      [
        'have a unique column twice',
        { kind: 'conflict', on: 'phone_numbers.digits' },
        { table: 'phone_numbers', rows: [phone('1', '1555'), phone('2', '1555')] },
      ],
      ['lack a column', { kind: 'failed' }, { table: 'customers', rows: [{ id: '7', version: 1, body: null }] }],
    ])('stay when the others %s', async (_, outcome, piece) => {
      expect(await replace({ table: 'jobs', rows: [] }, piece)).toMatchObject(outcome)
      await unchanged()
    })
  })
}

const twice = (row: Row): Row[] => [row, row]

const unnumbered = ({ table, rows }: Piece): Piece => ({
  table,
  rows: rows.map(({ seq: _, ...row }) => row as Row),
})

async function* pieces(given: Piece[]): AsyncGenerator<Piece> {
  yield* given
}

async function all(rows: AsyncIterable<Piece>): Promise<Piece[]> {
  const dumped: Piece[] = []
  for await (const piece of rows) dumped.push(piece)
  return dumped
}

const rowsOf = (dumped: Piece[], table: string): Row[] =>
  dumped.filter(piece => piece.table === table).flatMap(piece => piece.rows)
