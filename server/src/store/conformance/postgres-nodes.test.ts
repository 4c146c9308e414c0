import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startPostgres, type TestPostgres } from '../../../test/postgres.ts'
import type { Driver } from '../driver.ts'
import { EVENTS_LOCK } from '../postgres/catalog.ts'
import { openPostgres } from '../postgres/open.ts'
import { expectNothingLost } from './crash.ts'
import { customer, delivery, draft, event, insert, job, kinds, one, put, reached, tally } from './drafts.ts'

let server: TestPostgres
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const NONE: ReadonlySet<string> = new Set()

describe('several nodes on one PostgreSQL', () => {
  let url: string
  let a: Driver
  let b: Driver
  let raw: pg.Client
  beforeEach(async () => {
    url = await server.another()
    // Both migrate the empty database at the same time.
    ;[a, b] = await Promise.all([openPostgres(url), openPostgres(url)])
    raw = new pg.Client(url)
    await raw.connect()
  })
  afterEach(() => Promise.all([a.close(), b.close(), raw.end()]))

  test('a node hears what others commit, and not what it commits itself', async () => {
    const heardByA: string[] = []
    const heardByB: string[] = []
    a.onForeignCommit(touched => heardByA.push(...touched))
    const stop = b.onForeignCommit(touched => heardByB.push(...touched))
    await one(a, [insert('customers', customer('1')), put('customers', customer('2\u0000'))])
    await vi.waitFor(() => expect(heardByB).toEqual(['customers:1', 'customers:2\u0000']))
    stop()
    await one(b, [insert('customers', customer('3'))])
    await vi.waitFor(() => expect(heardByA).toEqual(['customers:3']))
    expect(heardByB).toHaveLength(2)
  })

  test('two nodes that count customers at once stay within the limit, and count nobody twice', async () => {
    const count = (id: string) => draft([insert('reached', reached(id, 1))], [tally('reach/b', 1, 30)])
    const customers = Array.from({ length: 40 }, (_, i) => count(`b/${i}`))
    const outcomes = await Promise.all(
      customers.flatMap(unit => [a.commit([unit]), b.commit([unit])]).map(async done => (await done)[0]!.kind),
    )
    expect(outcomes.filter(kind => kind === 'committed')).toHaveLength(30)
    const rows = await a.db.selectFrom('reached').select('id').execute()
    expect(rows).toHaveLength(30)
  })

  test('more keys than a notification holds', async () => {
    const heard: string[] = []
    b.onForeignCommit(touched => heard.push(...touched))
    const ids = Array.from({ length: 2_000 }, (_, i) => `${'x'.repeat(60)}${i}`)
    await a.commit(ids.map(id => draft([insert('customers', customer(id))])))
    await vi.waitFor(() => {
      const all = heard.includes('*') || ids.every(id => heard.includes(`customers:${id}`))
      expect(all).toBe(true)
    })
    await one(a, [insert('customers', customer('x'.repeat(2_500)))])
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0))
  })

  test('refused and failed units are not announced', async () => {
    const heard: string[] = []
    b.onForeignCommit(touched => heard.push(...touched))
    await one(a, [insert('customers', customer('1'))])
    await a.commit([
      draft([insert('customers', customer('no'))], [tally('t', 2, 1)]),
      draft([insert('customers', customer('neither')), insert('customers', customer('1'))]),
    ])
    await one(a, [insert('customers', customer('2'))])
    await vi.waitFor(() => expect(heard).toEqual(['customers:1', 'customers:2']))
  })

  test('after a lost connection anything may have changed, and commits go on', async () => {
    const heard: string[] = []
    b.onForeignCommit(touched => heard.push(...touched))
    await raw.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    )
    const units = Array.from({ length: 20 }, (_, i) => draft([insert('customers', customer(`${i}`))]))
    expect(kinds(await b.commit(units))).toEqual(Array(20).fill('committed'))
    await vi.waitFor(() => expect(heard).toContain('*'), 5_000)
  })

  test('no two nodes get the same work, until the lock ends', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `${i}`)
    await one(
      a,
      ids.flatMap(id => [insert('jobs', job(id, 1)), insert('deliveries', delivery(id, 1))]),
    )
    const claim = { now: 10, limit: 7, lockFor: 60_000, each: 99, rooms: [] }
    for (const take of ['claimJobs', 'claimDeliveries'] as const) {
      const hands = new Map([a, b].map(node => [node, new Set<string>()]))
      const claims = async (node: Driver) => {
        const held = hands.get(node)!
        for (let i = 0; i < 6; i++) for (const { id } of await node[take]({ ...claim, held })) held.add(id)
      }
      await Promise.all([claims(a), claims(b)])
      const [ofA, ofB] = [hands.get(a)!, hands.get(b)!]
      // A row that somebody else is just taking is passed over, so the rest may need another round.
      for (const { id } of await a[take]({ ...claim, limit: 99, held: ofA })) ofA.add(id)
      expect([...ofA, ...ofB].sort()).toEqual([...ids].sort())
      // World time ends no lock, however far it goes.
      expect(await b[take]({ ...claim, now: 1_000_000_000, limit: 99, held: ofB })).toEqual([])
      // What a node took without getting to know it, it gets again.
      const [lost] = ofB
      expect(await b[take]({ ...claim, held: new Set([...ofB].slice(1)) })).toMatchObject([{ id: lost }])
      const table = take === 'claimJobs' ? 'jobs' : 'deliveries'
      await raw.query(`UPDATE ${table} SET locked_until = locked_until - 60000`)
      // ... and where it stands still they end all the same.
      expect(await b[take]({ ...claim, limit: 99, held: new Set(['5']) })).toHaveLength(39)
    }
  })

  test('what another node has in hand holds up nobody who moves the clock', async () => {
    await one(a, [insert('jobs', job('1', 1)), insert('deliveries', delivery('1', 500))])
    await a.claimJobs({ now: 10, limit: 1, lockFor: 60_000, held: NONE })
    expect(await b.nextDue(10)).toBe(500)
  })

  test('a lower event number never becomes visible after a higher one', async () => {
    const open = new pg.Client(url)
    await open.connect()
    await open.query('BEGIN')
    await open.query('SELECT pg_advisory_xact_lock($1)', [EVENTS_LOCK])
    const { rows } = await open.query(
      `INSERT INTO events (id, at, type, body) VALUES ('first', 1, 'e', '{}') RETURNING seq`,
    )
    let later = false
    const second = one(b, [], [], [event('second')]).finally(() => {
      later = true
    })
    await a.size()
    await raw.query('SELECT pg_sleep(0.2)')
    expect(later).toBe(false)
    await open.query('COMMIT')
    const outcome = await second
    await open.end()
    expect(outcome.kind === 'committed' && outcome.seqs[0]! > Number(rows[0].seq)).toBe(true)
  })

  test('a reader under load sees the log only grow at its end', async () => {
    let writing = true
    const writer = async (driver: Driver, name: string) => {
      for (let i = 0; i < 40; i++) {
        const units = Array.from({ length: 5 }, (_, j) => draft([], [], [event(`${name}${i}-${j}`)]))
        // Every third batch takes the way of replays.
        if (i % 3 === 0) units.push(draft([insert('no_such_table', { id: 'x' })], [], [event('never')]))
        await driver.commit(units)
      }
    }
    const reader = async () => {
      let seen: number[] = []
      while (writing) {
        const rows = await raw.query<{ seq: string }>('SELECT seq FROM events ORDER BY seq')
        const now = rows.rows.map(row => Number(row.seq))
        expect(now.slice(0, seen.length)).toEqual(seen)
        seen = now
      }
    }
    const reading = reader()
    await Promise.all([writer(a, 'a'), writer(a, 'a2'), writer(b, 'b'), writer(b, 'b2')])
    writing = false
    await reading
    const { rows } = await raw.query(
      `SELECT COUNT(*)::int AS n, COUNT(*) FILTER (WHERE id = 'never')::int AS never FROM events`,
    )
    expect(rows[0]).toEqual({ n: 800, never: 0 })
  })

  test('counters are shared: no room is given twice', async () => {
    const units = (node: string) =>
      Array.from({ length: 10 }, (_, i) =>
        draft([put('customers', customer(`${node}${i}`))], [tally('t', 1, 55), tally(`u${i % 3}`, 1)]),
      )
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? a : b).commit(i % 3 ? units(`${i}-`) : units(`${i}-`).reverse())),
    )
    expect(outcomes.flat().filter(outcome => outcome.kind === 'committed')).toHaveLength(55)
    expect(outcomes.flat().filter(outcome => outcome.kind === 'refused')).toHaveLength(45)
    const { rows } = await raw.query(`SELECT value FROM counters WHERE id = 't'`)
    expect(rows).toEqual([{ value: 55 }])
  })

  test('crossing writes of two nodes all come through', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `${i}`)
    const batch = (order: string[]) => order.map(id => draft([put('customers', customer(id)), put('jobs', job(id, 1))]))
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? a : b).commit(batch(i % 2 ? ids : [...ids].reverse()))),
    )
    expect(new Set(kinds(outcomes.flat()))).toEqual(new Set(['committed']))
  })

  test('data of a newer version is refused', async () => {
    await raw.query('UPDATE landline_schema SET version = 999')
    await expect(openPostgres(url)).rejects.toThrow('written by a newer version of Landline (schema 999')
  })

  test('a database that may lose confirmed data is refused', async () => {
    const name = new URL(url).pathname.slice(1)
    await raw.query(`ALTER DATABASE ${name} SET synchronous_commit = off`)
    await expect(openPostgres(url)).rejects.toThrow('synchronous_commit=off')
  })
})

test('a killed process loses nothing that it had confirmed', async () => {
  const url = await server.another()
  await expectNothingLost('postgres', url, () => openPostgres(url))
})
