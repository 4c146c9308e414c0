import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import type { Draft, Outcome } from '../write.ts'
import { sqliteApplier } from './apply.ts'
import { type Packed, type PackedOutcomes, packer, unpackOutcomes } from './pack.ts'

/** A batch of this many units says that callers wait for the disk ... */
const CROWD = 8
/** ... and so many of them, that it is no passing burst and a thread is worth its memory (about 10 MB). */
const CROWDS = 20

/** What applies batches: one at a time, in the order they come. */
export interface Writer {
  commit(drafts: Draft[]): Promise<Outcome[]>
  syncs(): number
  /** Writes back what lives in memory. Nothing is committed afterwards. */
  close(): Promise<void>
}

export type ThreadReply = 'ready' | { outcomes: PackedOutcomes; syncs: number }

/** Writes in this thread. A commit is over when the call returns. */
export function inlineWriter(database: DatabaseSync): Writer & { flush(): void } {
  const pack = packer()
  const applier = sqliteApplier(database)
  return {
    commit: async drafts => applier.applyBatch(pack(drafts)),
    syncs: applier.syncs,
    flush: applier.flushCounters,
    close: async () => applier.flushCounters(),
  }
}

/** The sources and the bundle each have the thread's program beside this one. */
const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './sqlite-thread.js', import.meta.url)

export interface ThreadWriter extends Writer {
  /** Resolves when the thread has opened the file; rejects when it cannot. */
  ready: Promise<void>
  /** Resolves when the thread is gone, however it ended. */
  gone: Promise<void>
}

/**
 * Writes in a thread of its own, with a connection of its own. When the thread ends unasked, the units it had in hand
 * fail, and so does everything after: whether they were kept is not known.
 */
export function threadWriter(file: string, program: URL = PROGRAM): ThreadWriter {
  const worker = new Worker(program, { workerData: file, execArgv: [], name: 'landline-sqlite' })
  const pack = packer()
  let waiting: { drafts: readonly Draft[]; settle: (outcomes: Outcome[]) => void }[] = []
  let syncs = 0
  let fault: string | undefined
  const failed = (units: number): Outcome[] =>
    Array(units).fill({ kind: 'failed', message: `The thread that writes has ended: ${fault}` })
  const { promise: ready, resolve: opened, reject: notOpened } = Promise.withResolvers<void>()
  ready.catch(() => {})

  worker.on('message', (reply: ThreadReply) => {
    if (reply === 'ready') return opened()
    syncs = reply.syncs
    const { drafts, settle } = waiting.shift()!
    settle(unpackOutcomes(drafts, reply.outcomes))
    if (waiting.length === 0) worker.unref()
  })
  worker.on('error', error => {
    fault = String(error)
  })
  const gone = new Promise<void>(resolve => {
    worker.on('exit', code => {
      fault ??= `exit code ${code}`
      notOpened(new Error(fault))
      for (const { drafts, settle } of waiting) settle(failed(drafts.length))
      waiting = []
      resolve()
    })
  })
  worker.unref()

  return {
    ready,
    gone,
    commit(drafts) {
      if (fault !== undefined) return Promise.resolve(failed(drafts.length))
      return new Promise(settle => {
        const packed: Packed = pack(drafts)
        if (waiting.push({ drafts, settle }) === 1) worker.ref()
        worker.postMessage(packed)
      })
    },
    syncs: () => syncs,
    async close() {
      worker.ref()
      if (fault === undefined) worker.postMessage('close')
      await gone
      if (fault !== 'exit code 0') throw new Error(`The thread that writes has ended: ${fault}`)
    },
  }
}

/**
 * Writes in this thread until callers wait for the disk, then in a thread of its own. Starting takes no time and no
 * memory that way, and under load the thread that answers calls does nothing else. Should the other thread end, this
 * one takes over again.
 */
export function loadedWriter(database: DatabaseSync, startThread: () => ThreadWriter): Writer {
  let inline = inlineWriter(database)
  let thread: ThreadWriter | undefined
  let handedOver: Promise<void> | undefined
  let crowds = 0
  let syncsBefore = 0
  const current = (): Writer => thread ?? inline

  async function handOver(): Promise<void> {
    const started = startThread()
    try {
      await started.ready
      inline.flush()
    } catch {
      return started.close().catch(() => {})
    }
    syncsBefore += inline.syncs()
    thread = started
    void started.gone.then(() => {
      syncsBefore += started.syncs()
      thread = undefined
      inline = inlineWriter(database)
    })
  }

  return {
    commit(drafts) {
      if (drafts.length >= CROWD && ++crowds === CROWDS) handedOver = handOver()
      return current().commit(drafts)
    },
    syncs: () => syncsBefore + current().syncs(),
    async close() {
      await handedOver
      await current().close()
    },
  }
}
