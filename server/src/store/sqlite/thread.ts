import { parentPort, workerData } from 'node:worker_threads'
import { sqliteApplier } from './apply.ts'
import { connectSqlite } from './connection.ts'
import { type Packed, packOutcomes } from './pack.ts'
import type { ThreadReply } from './writer.ts'

/*
 * The thread that writes, with a connection of its own: the thread that answers calls does not wait for the disk. It is
 * started by `threadWriter` and gets packed batches, then `close`.
 */

const port = parentPort!
const database = connectSqlite(workerData as string)
const applier = sqliteApplier(database)
const reply = (message: ThreadReply): void => port.postMessage(message)

port.on('message', (message: Packed | 'close') => {
  if (message !== 'close') return reply({ outcomes: packOutcomes(applier.applyBatch(message)), syncs: applier.syncs() })
  try {
    applier.flushCounters()
  } finally {
    database.close()
    port.close()
  }
})
reply('ready')
