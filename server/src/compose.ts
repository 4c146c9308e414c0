import { createHmac } from 'node:crypto'
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kinds, operations } from './api/index.ts'
import { diskBlobs } from './blobs/disk.ts'
import { inspect } from './blobs/inspect.ts'
import { controlKinds, controlOperations } from './control/index.ts'
import { callUsage } from './graph/call-usage.ts'
import type { Kernel } from './graph/dispatch.ts'
import type { Io, WorldFiles } from './graph/io.ts'
import { makeRegistry } from './graph/registry.ts'
import { jobs } from './jobs/index.ts'
import { linkCache } from './jobs/link-cache.ts'
import { jobRunner } from './jobs/runner.ts'
import { keepLedger } from './network/keep-ledger.ts'
import type { LandlineOptions } from './options.ts'
import { worldClock } from './runtime/clock.ts'
import { makeIds } from './runtime/ids.ts'
import { type Log, stderrLog } from './runtime/log.ts'
import { type Random, secureRandom, seededRandom } from './runtime/random.ts'
import { systemTimers, type Timers } from './runtime/timers.ts'
import { openSqlite } from './store/sqlite/open.ts'
import { makeStore, type Store } from './store/store.ts'
import { type RequestLog, requestLog } from './surfaces/http/request-log.ts'
import { startDeliverer } from './webhooks/deliverer.ts'
import { fetchLink } from './webhooks/fetch-link.ts'
import { verifyCallback } from './webhooks/handshake.ts'
import { httpOut } from './webhooks/http-out.ts'
import { planWebhooks } from './webhooks/plan.ts'
import { readPage } from './webhooks/read-page.ts'
import { advanceWorld } from './world/advance.ts'
import { type Credentials, credentials } from './world/credentials.ts'
import { worldFiles } from './world/file/index.ts'
import { foundWorld, resetWorld } from './world/found.ts'
import { newKeyPair, openJwe, sealJwe } from './world/jwe.ts'
import { hashPin, pinMatches } from './world/pins.ts'
import { sharedClock } from './world/shared-clock.ts'

/** Everything that makes up one world, wired together once. Nothing in it is global: several live in one process. */
export interface World {
  kernel: Kernel
  store: Store
  log: Log
  timers: Timers
  requests: RequestLog
  secrets: Credentials
  /** Where data lies, in words. */
  where: string
  start(): void
  /** Lets everybody who waits for something go, so that the calls in hand come to an end. */
  beginEnding(): void
  close(): Promise<void>
}

export async function composeWorld(options: LandlineOptions): Promise<World> {
  const random: Random = options.randomSeed === undefined ? secureRandom() : seededRandom(options.randomSeed)
  const timers = systemTimers()
  const log = stderrLog(options.logLevel ?? 'warn')
  const clock = worldClock()
  if (options.clock?.frozenAt !== undefined) clock.freeze(options.clock.frozenAt)
  const now = clock.now

  const folder = options.memory ? undefined : (options.data ?? '.landline')
  const driver = options.databaseUrl
    ? await (await import('./store/postgres/open.ts')).openPostgres(options.databaseUrl)
    : openSqlite(folder)
  const secrets = credentials(folder, secureRandom(), {
    ...(options.accessToken ? { access_token: options.accessToken } : {}),
    ...(options.appSecret ? { app_secret: options.appSecret } : {}),
    ...(options.verifyToken ? { verify_token: options.verifyToken } : {}),
  })
  const ticks = options.randomSeed === undefined ? undefined : { last: 0 }
  const ids = makeIds(now, random, ticks)
  const store = makeStore({
    driver,
    now,
    ids: name => (options.randomSeed === undefined ? ids : makeIds(now, random.child(name), ticks)),
    async beforeCommit(events, unit) {
      await keepLedger(events, unit)
      await planWebhooks(events, unit)
    },
  })
  let wakeAll = () => {}
  const shared = sharedClock({
    store,
    clock,
    wake: () => wakeAll(),
    failed: error => log.error({ error: String(error) }, 'The clock of the other nodes could not be read.'),
  })
  const frozenAt = options.clock?.frozenAt
  const saved = await store.read.world.find('world')
  if (saved && frozenAt === undefined) clock.restore(saved.clock)
  const founded = await foundWorld(store, options, secrets, clock.state())
  if (!founded && frozenAt !== undefined) await shared.move(() => clock.freeze(frozenAt))

  const blobFolder = folder ? join(folder, 'blobs') : mkdtempSync(join(tmpdir(), 'landline-'))
  const blobs = diskBlobs(blobFolder, random)
  const loopback = isLoopback(options.host ?? '127.0.0.1')
  const http = httpOut({
    allowLoopback: loopback || options.allowPrivateAddresses === true,
    allowPrivate: options.allowPrivateAddresses === true,
  })
  const fetching = (url: string, limit: number) => fetchLink({ http, blobs, url, limit })
  const links = linkCache({
    store,
    now,
    fetchLink: fetching,
    readPage: url => readPage(http, url),
    inspect: (blob, declared, size) => inspect(blobs, blob, declared, size),
  })
  const requests = requestLog()

  const deliverer = startDeliverer({ store, now, timers, http, profile: options.retryProfile ?? 'meta', log })
  const runner = jobRunner({
    store,
    jobs,
    io: { blobs, links, log, used: () => driver.used() },
    now,
    timers,
    running: () => clock.state().mode === 'running',
  })
  wakeAll = () => {
    runner.wake()
    deliverer.wake()
  }

  const files = worldFiles({
    store,
    blobs,
    clock,
    moveClock: shared.move,
    secrets,
    folder: join(folder ?? blobFolder, 'snapshots'),
    timers,
    wake: wakeAll,
  })

  const ending = new AbortController()
  const io: Io = {
    blobs,
    verifyCallback: ({ url, verifyToken }) =>
      verifyCallback({ url, verifyToken, challenge: String(random.bytes(4).readUInt32BE(0)), http }),
    clock: {
      state: () => ({ ...clock.state(), now: now() }),
      freeze: at => shared.move(() => clock.freeze(at)),
      async resume() {
        await shared.move(clock.resume)
        wakeAll()
      },
      async advanceTo(at, timeout) {
        const wait = (ms: number) => new Promise<void>(resolve => timers.after(ms, resolve))
        const engines = { store, clock, runner, deliverer, elapsed: timers.elapsed, wait }
        const advanced = await shared.move(() => advanceWorld(engines, at, timeout))
        wakeAll()
        return advanced
      },
    },
    worlds: files,
    resetWorld: () => resetWorld(store, options, secrets, clock.state),
    newKeyPair,
    openJwe,
    sealJwe,
    hashPin: pin => hashPin(pin, random),
    pinMatches,
    redeliver: id => deliverer.redeliver(id),
    requests: limit => requests.latest(limit),
    nextCommit: until =>
      new Promise(resolve => {
        if (until.aborted) return resolve()
        const finish = () => {
          stop()
          until.removeEventListener('abort', finish)
          resolve()
        }
        const stop = store.onCommit(finish)
        until.addEventListener('abort', finish)
      }),
    ending: ending.signal,
    fetchLink: fetching,
  }
  if (founded && options.world !== undefined) await beginWith(options.world, files)
  const kernel: Kernel = {
    registry: makeRegistry([...kinds, ...controlKinds], [...operations, ...controlOperations]),
    store,
    io,
    now,
    ids,
    usage: callUsage(),
    sign: text => createHmac('sha256', secrets.app_secret).update(text).digest('base64url'),
    ...(options.randomSeed === undefined ? {} : { quiet: () => runner.runDue(Number.POSITIVE_INFINITY) }),
    ...(options.checkAnswers ? { checkAnswers: true } : {}),
  }
  return {
    kernel,
    store,
    log,
    timers,
    requests,
    secrets,
    where: options.databaseUrl ? 'PostgreSQL' : (folder ?? 'memory only'),
    start: wakeAll,
    beginEnding: () => ending.abort(),
    async close() {
      shared.stop()
      await runner.stop()
      await deliverer.stop()
      await store.close()
      await http.close()
      if (!folder) rmSync(blobFolder, { recursive: true, force: true })
    },
  }
}

/** Throws an Error with a sentence for people. */
async function beginWith(path: string, files: WorldFiles): Promise<void> {
  if (!existsSync(path))
    throw new Error(`There is no world file ${path}. Write one with \`npx landline world export FILE\`.`)
  const answer = await files.replace(async () => createReadStream(path))
  if (!answer.ok) throw new Error(`${path}: ${answer.reason}`)
}

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host)
