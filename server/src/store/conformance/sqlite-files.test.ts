import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { sqliteApplier } from '../sqlite/apply.ts'
import { openSqlite } from '../sqlite/open.ts'
import { packer } from '../sqlite/pack.ts'
import type { Draft } from '../write.ts'
import { expectNothingLost } from './crash.ts'
import { bucket, draft, event, insert, kinds, message, one, tally } from './drafts.ts'

const root = mkdtempSync(join(tmpdir(), 'landline-files-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = () => mkdtempSync(join(root, 'data-'))

describe('SQLite files', () => {
  test('a data folder belongs to one server, and is free again after it', async () => {
    const path = folder()
    const driver = openSqlite(path)
    expect(() => openSqlite(path)).toThrow(`in use by another Landline (process ${process.pid})`)
    await one(driver, [insert('messages', message('1'))], [bucket('b', 1, 1)])
    await driver.close()
    const again = openSqlite(path)
    expect(await again.db.selectFrom('messages').select('id').execute()).toEqual([{ id: '1' }])
    expect(await one(again, [], [bucket('b', 1, 1)])).toMatchObject({ kind: 'refused' })
    await again.close()
  })

  test('a data folder that cannot be made is refused in words', () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    for (const impossible of [file, join(file, 'below')]) {
      expect(() => openSqlite(impossible)).toThrow(/^The data folder .* cannot be used: .* Choose another one/)
    }
  })

  test('data of a newer version is refused, and the folder let go', async () => {
    const path = folder()
    await openSqlite(path).close()
    const database = new DatabaseSync(join(path, 'landline.db'))
    database.exec('PRAGMA user_version = 999')
    expect(() => openSqlite(path)).toThrow('written by a newer version of Landline (schema 999')
    database.exec('PRAGMA user_version = 1')
    database.close()
    await openSqlite(path).close()
  })

  test('every commit is forced to the disk', async () => {
    const path = folder()
    const driver = openSqlite(path)
    const { rows: synchronous } = await sql`PRAGMA synchronous`.execute(driver.db)
    const { rows: journal } = await sql`PRAGMA journal_mode`.execute(driver.db)
    expect([synchronous, journal]).toEqual([[{ synchronous: 2 }], [{ journal_mode: 'wal' }]])
    const before = driver.syncs()
    for (let i = 0; i < 3; i++) await one(driver, [insert('messages', message(`${i}`))])
    expect(driver.syncs() - before).toBe(3)
    await driver.close()
  })

  test('a full disk keeps nothing of the batch, and works again once there is room', () => {
    const path = join(folder(), 'full.db')
    const database = new DatabaseSync(path)
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE messages (id TEXT PRIMARY KEY, body TEXT); CREATE TABLE counters (id TEXT PRIMARY KEY, value REAL);
      CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, at INTEGER, type TEXT, account_id TEXT,
        phone_number_id TEXT, customer_id TEXT, body TEXT)`)
    const applier = sqliteApplier(database)
    const pack = packer()
    const unit = (id: string, size: number) =>
      draft([insert('messages', { id, body: 'x'.repeat(size) })], [tally('sum', 1)], [event(id)])
    const commit = (units: Draft[]) => applier.applyBatch(pack(units))
    const count = (table: string) => database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.n
    const { page_count } = database.prepare('PRAGMA page_count').get() as { page_count: number }
    const limit = (pages: number) => database.exec(`PRAGMA max_page_count = ${pages}`)

    expect(kinds(commit([unit('a', 10)]))).toEqual(['committed'])
    limit(page_count + 4)
    expect(kinds(commit([unit('b', 10), unit('c', 1_000_000), unit('d', 10)]))).toEqual(Array(3).fill('full'))
    expect([count('messages'), count('events')]).toEqual([1, 1])
    expect(kinds(commit([unit('small', 10)]))).toEqual(['committed'])
    limit(1_000_000)
    expect(kinds(commit([unit('b', 10), unit('c', 1_000_000), unit('d', 10)]))).toEqual(Array(3).fill('committed'))
    expect([count('messages'), count('events')]).toEqual([5, 5])
    expect(database.prepare('SELECT value FROM counters').get()).toEqual({ value: 5 })
    database.close()
  })

  test('a killed process loses nothing that it had confirmed', async () => {
    const path = folder()
    await expectNothingLost('sqlite', path, async () => openSqlite(path))
  })
})
