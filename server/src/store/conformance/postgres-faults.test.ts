import { connect, createServer, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startPostgres, type TestPostgres } from '../../../test/postgres.ts'
import { ConnectionLost } from '../connection-lost.ts'
import type { Driver } from '../driver.ts'
import { BATCH_LOCK } from '../postgres/catalog.ts'
import { openPostgres } from '../postgres/open.ts'
import { customer, draft, event, insert, kinds, one, tally } from './drafts.ts'

let server: TestPostgres
let url: string
let raw: pg.Client
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())
beforeEach(async () => {
  url = await server.another()
  raw = new pg.Client(url)
  await raw.connect()
})
afterEach(() => raw.end())

/** Makes the database answer an insert of a customer with this SQLSTATE, as long as the sequence `faults` says so. */
async function failWith(code: string, times: number): Promise<void> {
  await raw.query('CREATE SEQUENCE IF NOT EXISTS faults')
  await raw.query(`CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF nextval('faults') <= ${times} THEN RAISE EXCEPTION 'simulated' USING ERRCODE = '${code}'; END IF; RETURN NEW; END $$`)
  await raw.query('CREATE TRIGGER fail BEFORE INSERT ON customers FOR EACH STATEMENT EXECUTE FUNCTION fail()')
}

describe('PostgreSQL in trouble', () => {
  test.each([
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
  ])('%s is tried again', async (_, code) => {
    const driver = await openPostgres(url)
    await failWith(code, 3)
    const units = [draft([insert('customers', customer('1'))], [tally('t', 1, 1)], [event('e')]), draft([])]
    expect(kinds(await driver.commit(units))).toEqual(['committed', 'committed'])
    expect((await raw.query('SELECT value FROM counters')).rows).toEqual([{ value: 1 }])
    await driver.close()
  })

  test('what gave way to another batch is tried again with nobody beside it', async () => {
    const driver = await openPostgres(url)
    await failWith('40P01', 1)
    // As a batch of another node does while it is at work.
    await raw.query('SELECT pg_advisory_lock_shared($1)', [BATCH_LOCK])
    let answered = false
    const outcomes = driver.commit([draft([insert('customers', customer('1'))])])
    void outcomes.then(() => {
      answered = true
    })
    const waiting = `SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`
    await vi.waitFor(async () => expect((await raw.query(waiting)).rows).toEqual([{ mode: 'ExclusiveLock' }]))
    expect(answered).toBe(false)
    await raw.query('SELECT pg_advisory_unlock_shared($1)', [BATCH_LOCK])
    expect(kinds(await outcomes)).toEqual(['committed'])
    await driver.close()
  })

  test('a full disk keeps nothing, and works again once there is room', async () => {
    const driver = await openPostgres(url)
    await failWith('53100', 1)
    const units = ['1', '2'].map(id => draft([insert('customers', customer(id))], [tally('t', 1)], [event(id)]))
    expect(kinds(await driver.commit(units))).toEqual(['full', 'full'])
    const { rows } = await raw.query('SELECT (SELECT COUNT(*) FROM customers) + (SELECT COUNT(*) FROM events) AS n')
    expect(rows).toEqual([{ n: '0' }])
    expect(kinds(await driver.commit(units))).toEqual(['committed', 'committed'])
    await driver.close()
  })

  test('while one commit takes its time, no other node can put a higher number before it', async () => {
    const [a, b] = [await openPostgres(url), await openPostgres(url)]
    // The commit of a slow event waits, with its number given, for as long as this test holds lock 1.
    await raw.query(`CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.id = 'slow' THEN PERFORM pg_advisory_xact_lock(1); END IF; RETURN NULL; END $$`)
    await raw.query(`CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION wait()`)
    await raw.query('SELECT pg_advisory_lock(1)')
    const waiting = async () =>
      (await raw.query(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).rows.length
    const answered: string[] = []
    const slow = one(a, [], [], [event('slow')]).finally(() => answered.push('slow'))
    await vi.waitFor(async () => expect(await waiting()).toBe(1))
    const fast = one(b, [], [], [event('fast')]).finally(() => answered.push('fast'))
    await vi.waitFor(async () => expect(await waiting()).toBe(2))
    expect((await raw.query('SELECT id FROM events')).rows).toEqual([])
    await raw.query('SELECT pg_advisory_unlock(1)')
    expect([await slow, await fast]).toEqual([
      { kind: 'committed', seqs: [1] },
      { kind: 'committed', seqs: [2] },
    ])
    expect(answered).toEqual(['slow', 'fast'])
    await Promise.all([a.close(), b.close()])
  })

  test('a server that cannot be reached is an error when starting and an outcome later', async () => {
    const gone = url.replace(/:\d+\//, ':1/')
    await expect(openPostgres(gone)).rejects.toThrow('ECONNREFUSED')
    const proxy = await cuttingProxy(url)
    const driver = await openPostgres(proxy.url, { pause: async () => {} })
    proxy.close()
    expect(kinds(await driver.commit([draft([insert('customers', customer('1'))])]))).toEqual(['unreachable'])
    await expect(driver.db.selectFrom('customers').select('id').execute()).rejects.toThrow(ConnectionLost)
    await driver.close()
  })
})

describe('a connection that is lost while it commits', () => {
  let driver: Driver
  let proxy: Awaited<ReturnType<typeof cuttingProxy>>
  beforeEach(async () => {
    proxy = await cuttingProxy(url)
    driver = await openPostgres(proxy.url)
  })
  afterEach(async () => {
    await driver.close()
    proxy.close()
  })
  const units = () => ['1', '2'].map(id => draft([insert('customers', customer(id))], [tally('t', 1, 2)], [event(id)]))

  test('after the database has heard of it: committed, once', async () => {
    proxy.cutAt('after commit')
    const outcomes = await driver.commit(units())
    expect(outcomes).toEqual([
      { kind: 'committed', seqs: [1] },
      { kind: 'committed', seqs: [2] },
    ])
    expect((await raw.query('SELECT id FROM events ORDER BY seq')).rows).toEqual([{ id: '1' }, { id: '2' }])
  })

  test('before the database has heard of it: done again, once', async () => {
    proxy.cutAt('before commit')
    expect(kinds(await driver.commit(units()))).toEqual(['committed', 'committed'])
    expect((await raw.query('SELECT id FROM events ORDER BY seq')).rows).toEqual([{ id: '1' }, { id: '2' }])
    expect((await raw.query('SELECT value FROM counters')).rows).toEqual([{ value: 2 }])
  })
})

/** Passes bytes on to the database, and cuts the connection on which the next COMMIT goes by. */
async function cuttingProxy(target: string) {
  let cut: 'after commit' | 'before commit' | undefined
  const sockets = new Set<Socket>()
  const { hostname, port } = new URL(target)
  const proxy: Server = createServer(client => {
    const database = connect(Number(port), hostname)
    for (const socket of [client, database]) sockets.add(socket.on('error', () => {}))
    database.on('data', data => client.write(data))
    database.on('close', () => client.destroy())
    client.on('close', () => database.end())
    client.on('data', data => {
      const cutting = cut && data.includes('COMMIT')
      if (!cutting) return void database.write(data)
      if (cut === 'after commit') database.write(data)
      cut = undefined
      client.destroy()
    })
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const { port: open } = proxy.address() as { port: number }
  return {
    url: target.replace(`:${port}/`, `:${open}/`),
    cutAt: (moment: typeof cut) => {
      cut = moment
    },
    close() {
      proxy.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
