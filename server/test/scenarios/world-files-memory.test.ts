import { createWriteStream, mkdtempSync, openAsBlob, rmSync, statSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgres } from '../../src/store/postgres/open.ts'
import { openSqlite } from '../../src/store/sqlite/open.ts'
import { type Child, type Start, startChild } from '../crash/child.ts'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { clientOf } from '../world.ts'
import { beginExport, fill, importInto } from '../world-file.ts'

/*
 * Servers that may keep less in memory than the rows of their world are large. Whoever held all of them would end for
 * want of memory.
 */

/** Megabytes. A server that does nothing needs less than half of it. */
const HEAP = 96
const MESSAGES = 16_000
const SIZE = 5 * 1024

let postgres: TestPostgres
const root = mkdtempSync(join(tmpdir(), 'landline-large-'))
const folder = () => mkdtempSync(join(root, 'data-'))
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(root, { recursive: true, force: true })
})

const ENGINES: [string, () => Promise<Start & { data: string }>][] = [
  ['SQLite', async () => ({ data: folder() })],
  ['PostgreSQL', async () => ({ data: folder(), databaseUrl: await postgres.another() })],
]

/** A folder or database with more than the server can hold. */
async function filled({ data, databaseUrl }: Start): Promise<void> {
  const driver = databaseUrl ? await openPostgres(databaseUrl) : openSqlite(data)
  const text = 'Where are my plants? '.repeat(SIZE / 21)
  await fill(driver, MESSAGES, SIZE, () => text)
  await driver.close()
}

async function exported(server: Child): Promise<string> {
  const file = join(folder(), 'world.landline')
  await pipeline(await beginExport(server.where.url), createWriteStream(file))
  return file
}

const inbox = async ({ where }: Child): Promise<string[]> => {
  const { body } = await clientOf(where).control('GET', `customers/${where.customer}/inbox`)
  return body.data.map((one: { content: { body: string } }) => one.content.body)
}

test.each(ENGINES)(
  'a world that is larger than the memory goes into a file and comes back: %s',
  async (_, make) => {
    const start = await make()
    await filled(start)
    const server = await startChild(start, HEAP)
    expect((await clientOf(server.where).says('I am in the file')).status).toBe(200)
    const file = await exported(server)
    expect((await clientOf(server.where).says('I am not')).status).toBe(200)
    expect(await importInto(server.where.url, await openAsBlob(file))).toMatchObject({ status: 200 })
    expect(await inbox(server)).toEqual(['I am in the file'])
    await server.kill()
  },
  120_000,
)

test.each(ENGINES)(
  'who is killed in the middle of an import comes back with the world that was there: %s',
  async (_, make) => {
    const source = { data: folder() }
    await filled(source)
    const before = await startChild(source)
    const file = await exported(before)
    await before.kill()

    const start = await make()
    const server = await startChild(start)
    await clientOf(server.where).says('Still here?')
    const ended = importInto(server.where.url, await openAsBlob(file)).catch(() => 'broken off')
    if (start.databaseUrl) await inserting(start.databaseUrl)
    else await written(join(start.data, 'landline.db-wal'), (MESSAGES * SIZE) / 4)
    await server.kill()
    expect(await ended).toBe('broken off')
    const again = await startChild(start)
    expect(await inbox(again)).toEqual(['Still here?'])
    expect((await clientOf(again.where).says('Yes')).status).toBe(200)
    await again.kill()
  },
  120_000,
)

/** Resolves once a file has grown so large. */
function written(path: string, size: number): Promise<void> {
  return new Promise(resolve => {
    const watcher = watch(path, () => {
      if (statSync(path).size < size) return
      watcher.close()
      resolve()
    })
  })
}

/** Resolves once messages go into a database. */
async function inserting(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const asked = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'INSERT INTO "messages"%'`
  while ((await client.query(asked)).rows.length === 0);
  await client.end()
}
