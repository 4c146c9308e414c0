import type { Driver } from './driver.ts'
import type { Draft, Outcome } from './write.ts'

/** Units in one database transaction at most: keeps the wait of the first one short. */
const BATCH_LIMIT = 500

/** Group commit: whatever is ready when the previous transaction ends shares the next one. */
export interface CommitQueue {
  submit(draft: Draft): Promise<Outcome>
  /** Runs something with no transaction on its way; what is submitted meanwhile waits. */
  alone<T>(run: () => Promise<T>): Promise<T>
  /** Resolves when everything submitted so far is decided. */
  idle(): Promise<void>
}

interface Waiting {
  draft: Draft
  settle: (outcome: Outcome) => void
}

export function commitQueue(
  driver: Pick<Driver, 'commit'>,
  defer: (run: () => void) => void = setImmediate,
): CommitQueue {
  let waiting: Waiting[] = []
  const loners: (() => Promise<unknown>)[] = []
  let busy = false
  let idlers: (() => void)[] = []

  async function flush(): Promise<void> {
    while (waiting.length > 0 || loners.length > 0) {
      const loner = loners.shift()
      if (loner) {
        await loner()
        continue
      }
      const batch = waiting.length > BATCH_LIMIT ? waiting.slice(0, BATCH_LIMIT) : waiting
      waiting = waiting.length > BATCH_LIMIT ? waiting.slice(BATCH_LIMIT) : []
      const outcomes = await driver.commit(batch.map(unit => unit.draft))
      for (let i = 0; i < batch.length; i++) batch[i]!.settle(outcomes[i]!)
      // Answers go out, and requests that were waiting for them come in, before the next transaction is closed.
      if (waiting.length > 0) await new Promise<void>(resolve => defer(resolve))
    }
    busy = false
    for (const resolve of idlers) resolve()
    idlers = []
  }

  function start(): void {
    if (busy) return
    busy = true
    defer(() => void flush())
  }

  return {
    submit(draft) {
      return new Promise(settle => {
        waiting.push({ draft, settle })
        start()
      })
    },
    alone(run) {
      return new Promise((resolve, reject) => {
        loners.push(() => run().then(resolve, reject))
        start()
      })
    },
    idle: () => (busy ? new Promise(resolve => idlers.push(resolve)) : Promise.resolve()),
  }
}
