import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgres } from '../../src/store/postgres/open.ts'
import { openSqlite } from '../../src/store/sqlite/open.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { world } from '../world.ts'
import { beginExport, fill, importInto, type Line, rowsIn, withRows } from '../world-file.ts'

/** More than the sockets between server and client hold, packed as it is. */
const MESSAGES = 300
const SIZE = 50 * 1024

type World = Awaited<ReturnType<typeof world>>

interface Engine {
  /** Starts a world of that many messages. */
  start(): Promise<World>
  folder: string
  /** Whether somebody keeps a moment of the database. */
  held?: () => Promise<boolean>
}

let postgres: TestPostgres
const root = mkdtempSync(join(tmpdir(), 'landline-streams-'))
const folder = () => mkdtempSync(join(root, 'data-'))
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(root, { recursive: true, force: true })
})

async function onDisk(): Promise<Engine> {
  const data = folder()
  const driver = openSqlite(data)
  await fill(driver, MESSAGES, SIZE)
  await driver.close()
  return {
    folder: data,
    start: () => world({ memory: false, data }),
    // What was written since a moment stays in the write-ahead log while somebody keeps that moment.
    async held() {
      const database = new DatabaseSync(join(data, 'landline.db'))
      try {
        return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()!.busy === 1
      } finally {
        database.close()
      }
    },
  }
}

async function onPostgres(): Promise<Engine> {
  const databaseUrl = await postgres.another()
  const data = folder()
  const driver = await openPostgres(databaseUrl)
  await fill(driver, MESSAGES, SIZE)
  await driver.close()
  return {
    folder: data,
    start: () => world({ memory: false, data, databaseUrl }),
    async held() {
      const client = new pg.Client(databaseUrl)
      await client.connect()
      const { rows } = await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'FETCH %'`,
      )
      await client.end()
      return rows.length > 0
    },
  }
}

/** Files of media, whole ones and those on their way. */
const blobsIn = (data: string): string[] =>
  readdirSync(join(data, 'blobs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name !== 'tmp')
    .sort()

const inbox = async (w: World): Promise<string[]> => {
  const { body } = await w.control('GET', `customers/${w.landline.customer}/inbox`)
  return body.data.map((one: { content: { body: string } }) => one.content.body)
}

describe.each([
  ['SQLite', onDisk],
  ['PostgreSQL', onPostgres],
])('a large world: %s', (_, make) => {
  let engine: Engine
  let w: World
  beforeAll(async () => {
    engine = await make()
    w = await engine.start()
    await w.says('Before')
  })
  afterAll(() => w.landline.close())

  test('is exported as it was when the answer began, while others go on writing', async () => {
    const answer = await beginExport(w.landline.url)
    expect(answer.statusCode).toBe(200)
    for (let i = 0; i < 20; i++) expect((await w.says(`Later ${i}`)).status).toBe(200)
    await until(engine.held!)
    const rows = rowsIn(await buffer(answer))
    expect(await inbox(w)).toContain('Later 19')
    const said = rows.flatMap(({ row }) => /Before|Later/.exec(String(row.body ?? row.payload ?? '')) ?? [])
    expect(new Set(said)).toEqual(new Set(['Before']))
    expect(rows.filter(({ table }) => table === 'messages')).toHaveLength(MESSAGES + 1)
    await until(async () => !(await engine.held!()))
  })

  test('is let go of when the client hangs up', async () => {
    const before = blobsIn(engine.folder)
    for (let i = 0; i < 3; i++) (await beginExport(w.landline.url)).destroy()
    const answer = await beginExport(w.landline.url)
    await w.says('Meanwhile')
    await until(engine.held!)
    answer.destroy()
    await until(async () => !(await engine.held!()))
    expect(blobsIn(engine.folder)).toEqual(before)
  })

  test('is kept whole in a snapshot even when the client hangs up, or not at all', async () => {
    const ended = new AbortController()
    const asked = fetch(`${w.landline.url}/control/world/snapshots`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'kept' }),
      signal: ended.signal,
    })
    const snapshots = join(engine.folder, 'snapshots')
    await until(async () => existsSync(snapshots) && readdirSync(snapshots).length > 0)
    ended.abort()
    await expect(asked).rejects.toThrow()
    await until(async () => (await w.control('GET', 'world/snapshots')).body.data.length === 1)
    expect(readdirSync(snapshots)).toEqual(['kept.landline'])
    await w.says('After')
    expect((await w.control('POST', 'world/restore', { name: 'kept' })).status).toBe(200)
    expect(await inbox(w)).not.toContain('After')
  })
})

test('a world in memory lets go of its copy when the client hangs up', async () => {
  const w = await world()
  try {
    await w.says('Before')
    // A connection of SQLite has ten other databases at most.
    for (let i = 0; i < 15; i++) (await beginExport(w.landline.url)).destroy()
    const answer = await beginExport(w.landline.url)
    await w.says('Later')
    const rows = rowsIn(await buffer(answer))
    expect(rows.filter(({ table }) => table === 'messages')).toHaveLength(1)
  } finally {
    await w.landline.close()
  }
})

/** Counters live in memory, and may be written back at any time. */
const kept = (file: Buffer): Line[] => rowsIn(file).filter(({ table }) => table !== 'counters')

const inTable = (rows: Line[], table: string): Line => rows.findLast(line => line.table === table)!

const SPOILT: [string, (file: Buffer) => Buffer, RegExp][] = [
  ['lost its end', file => file.subarray(0, -40), /no world file/],
  ['lost its last lines', file => gzipSync(lines(file).slice(0, -2).join('\n')), /cut off or changed/],
  ['has a line that is no JSON', file => gzipSync(lines(file).with(-3, '{"table":').join('\n')), /no world file/],
  ['has a line that is no object', file => gzipSync(lines(file).with(-3, 'null').join('\n')), /no world file/],
  ['has something else on a line', file => withRows(file, rows => [...rows, { what: 1 }]), /cut off or changed/],
  ['has no rows', file => withRows(file, () => []), /cut off or changed/],
  ['has an unknown table', file => withRows(file, rows => [...rows, { table: 'pets', row: { id: '1' } }]), /"pets"/],
  [
    'has an unknown column',
    file => withRows(file, rows => [...rows, strange(inTable(rows, 'nodes'), { pet: 'cat' })]),
    /"pet"/,
  ],
  [
    'has a row without a column',
    file => withRows(file, rows => [...rows, { table: 'nodes', row: { id: '1', owner: null } }]),
    /row of "nodes" whose "kind" does not fit/,
  ],
  [
    'has a text in the place of a number',
    file => withRows(file, rows => [...rows, strange(inTable(rows, 'world'), { version: 'one' })]),
    /row of "world" whose "version" does not fit/,
  ],
  [
    'has nothing in the place of a text',
    file => withRows(file, rows => [...rows, strange(inTable(rows, 'world'), { body: null })]),
    /row of "world" whose "body" does not fit/,
  ],
  ['has one row twice', file => withRows(file, rows => [...rows, inTable(rows, 'nodes')]), /contradict each other/],
]

const lines = (file: Buffer): string[] => gunzipSync(file).toString().split('\n')
const strange = ({ table, row }: Line, other: Line['row']): Line => ({
  table,
  row: { ...row, id: 'strange', ...other },
})

describe.each([
  ['memory', async () => ({ folder: '', start: () => world() })],
  ['SQLite', async () => small({})],
  ['PostgreSQL', async () => small({ databaseUrl: await postgres.another() })],
])('a file that does not fit changes nothing: %s', (_, make) => {
  let engine: Engine
  let w: World
  let file: Buffer
  beforeAll(async () => {
    engine = await make()
    w = await engine.start()
    await w.says('Still here?')
    await w.control('POST', `customers/${w.landline.customer}/say`, { image: { data: PICTURE } })
    file = await buffer(await beginExport(w.landline.url))
  })
  afterAll(() => w.landline.close())

  test.each(SPOILT)('one that %s', async (_, spoil, sentence) => {
    const blobs = engine.folder === '' ? [] : blobsIn(engine.folder)
    const answer = await importInto(w.landline.url, new Blob([new Uint8Array(spoil(file))]))
    expect(answer.status).toBe(400)
    expect(answer.body.error!.message).toMatch(sentence)
    expect(kept(await buffer(await beginExport(w.landline.url)))).toEqual(kept(file))
    if (engine.folder !== '') expect(blobsIn(engine.folder)).toEqual(blobs)
  })

  test('and one that fits changes all', async () => {
    await w.says('Gone soon')
    expect((await importInto(w.landline.url, new Blob([new Uint8Array(file)]))).status).toBe(200)
    expect(await inbox(w)).not.toContain('Gone soon')
    expect(await inbox(w)).toContain('Still here?')
    if (engine.folder !== '') expect(blobsIn(engine.folder)).toHaveLength(1)
  })
})

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function small(options: object): Promise<Engine> {
  const data = folder()
  return { folder: data, start: () => world({ memory: false, data, ...options }) }
}

/** Asks again and again, giving everybody their turn: nobody tells when a connection is gone. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await setImmediate()
}
