import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { connectSqlite } from '../sqlite/connection.ts'
import { openSqlite } from '../sqlite/open.ts'
import { loadedWriter, threadWriter, type Writer } from '../sqlite/writer.ts'
import type { Outcome } from '../write.ts'
import { bucket, draft, event, insert, kinds, message, tally } from './drafts.ts'

const root = mkdtempSync(join(tmpdir(), 'landline-thread-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = () => mkdtempSync(join(root, 'data-'))

/** A program in place of the real one, for what the real one does not do on demand. */
function program(body: string): URL {
  const path = join(folder(), 'program.mjs')
  writeFileSync(path, `import { parentPort, workerData } from 'node:worker_threads'\n${body}`)
  return pathToFileURL(path)
}

const DIES = `parentPort.on('message', () => process.exit(7)); parentPort.postMessage('ready')`
const unit = (id: string) => draft([insert('messages', message(id))], [tally('all', 1)], [event(id)])

/** An empty database file with the tables of a world. */
async function database(): Promise<string> {
  const path = folder()
  await openSqlite(path).close()
  return join(path, 'landline.db')
}

/** Twenty batches of eight: enough for a thread to be started. */
async function crowd(writer: Writer, name: string): Promise<Outcome[]> {
  const batches = Array.from({ length: 20 }, (_, batch) =>
    writer.commit(Array.from({ length: 8 }, (_, i) => unit(`${name}-${batch}-${i}`))),
  )
  return (await Promise.all(batches)).flat()
}

describe('SQLite written by a thread', () => {
  test('what is committed is seen at once by the connection that reads', async () => {
    const driver = openSqlite(folder(), 'always')
    for (let i = 0; i < 50; i++) {
      await driver.commit([unit(`${i}`)])
      expect(await driver.db.selectFrom('messages').select('id').execute()).toHaveLength(i + 1)
    }
    expect(driver.syncs()).toBe(50)
    await driver.close()
  })

  test('batches that are handed over together are applied in order', async () => {
    const driver = openSqlite(folder(), 'always')
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, i) => driver.commit([unit(`${i}`)])))
    const seqs = outcomes.flat().flatMap(outcome => (outcome.kind === 'committed' ? outcome.seqs : []))
    expect(seqs).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    await driver.close()
  })

  test('under load the thread takes over in the middle, and limits and sums go on from where they were', async () => {
    const file = await database()
    const reading = connectSqlite(file)
    const started = Promise.withResolvers<ReturnType<typeof threadWriter>>()
    const writer = loadedWriter(reading, () => {
      const thread = threadWriter(file)
      started.resolve(thread)
      return thread
    })
    await writer.commit([draft([], [bucket('b', 3, 5)])])
    const outcomes = await crowd(writer, 'before')
    const thread = await started.promise
    await thread.ready
    await new Promise(resolve => setImmediate(resolve))
    outcomes.push(...(await crowd(writer, 'after')))
    expect(thread.syncs()).toBe(20)
    expect(new Set(kinds(outcomes))).toEqual(new Set(['committed']))
    const seqs = outcomes.flatMap(outcome => (outcome.kind === 'committed' ? outcome.seqs : []))
    expect(seqs).toEqual(Array.from({ length: outcomes.length }, (_, i) => i + 1))
    const [full] = await writer.commit([draft([], [tally('all', 1, outcomes.length), bucket('b', 3, 5)])])
    expect(full).toEqual({ kind: 'refused', names: ['all', 'b'] })
    await writer.close()

    const again = loadedWriter(reading, () => threadWriter(file))
    expect(kinds(await again.commit([draft([], [bucket('b', 3, 5)])]))).toEqual(['refused'])
    expect(kinds(await again.commit([draft([], [bucket('b', 2, 5)])]))).toEqual(['committed'])
    await again.close()
    reading.close()
  })

  test('a thread that dies fails what it had in hand and what comes after, and hangs nobody', async () => {
    const writer = threadWriter(await database(), program(DIES))
    await writer.ready
    const outcomes = (await Promise.all([writer.commit([unit('1'), unit('2')]), writer.commit([unit('3')])])).flat()
    const failed = { kind: 'failed', message: 'The thread that writes has ended: exit code 7' }
    expect(outcomes).toEqual([failed, failed, failed])
    expect(await writer.commit([unit('4')])).toEqual([failed])
    await expect(writer.close()).rejects.toThrow('The thread that writes has ended: exit code 7')
  })

  test('after that, the thread that answers calls writes itself again', async () => {
    const file = await database()
    const reading = connectSqlite(file)
    const started = Promise.withResolvers<ReturnType<typeof threadWriter>>()
    const writer = loadedWriter(reading, () => {
      const thread = threadWriter(file, program(DIES))
      started.resolve(thread)
      return thread
    })
    const before = await crowd(writer, 'a')
    const thread = await started.promise
    await thread.ready
    await new Promise(resolve => setImmediate(resolve))
    expect(kinds(await writer.commit([unit('lost')]))).toEqual(['failed'])
    await thread.gone
    expect(kinds(await writer.commit([unit('kept')]))).toEqual(['committed'])
    expect(reading.prepare('SELECT COUNT(*) AS n FROM messages').get()).toEqual({ n: before.length + 1 })
    await writer.close()
    reading.close()
  })

  test('a thread that cannot open the file is done without', async () => {
    const file = await database()
    const reading = connectSqlite(file)
    const started = Promise.withResolvers<ReturnType<typeof threadWriter>>()
    const writer = loadedWriter(reading, () => {
      const thread = threadWriter(join(root, 'no', 'such', 'folder.db'))
      started.resolve(thread)
      return thread
    })
    await crowd(writer, 'a')
    await expect((await started.promise).ready).rejects.toThrow()
    expect(kinds(await writer.commit([unit('kept')]))).toEqual(['committed'])
    await writer.close()
    reading.close()
  })
})
