import type { Readable } from 'node:stream'
import type { Blobs, RestoredWorld, WorldFiles } from '../../graph/io.ts'
import type { ClockState, WorldClock } from '../../runtime/clock.ts'
import type { Timers } from '../../runtime/timers.ts'
import type { Store } from '../../store/store.ts'
import { ensureCredentials } from '../found.ts'
import type { Secrets } from '../plant.ts'
import { BadWorldFile } from './format.ts'
import { replaceWorld } from './replace.ts'
import { snapshotFolder } from './snapshots.ts'
import { writeWorldFile } from './write.ts'

interface Parts {
  store: Store
  blobs: Blobs
  clock: WorldClock
  /** Moves the clock with what it is given, and keeps its state with the world. */
  moveClock: <T>(work: () => Promise<T>) => Promise<T>
  secrets: Secrets
  /** Where snapshots lie. */
  folder: string
  timers: Timers
  /** Looks for what is due. */
  wake: () => void
}

/** Whole worlds as files: written, read back, and kept under names. */
export function worldFiles({ store, blobs, clock, moveClock, secrets, folder, timers, wake }: Parts): WorldFiles {
  const snapshots = snapshotFolder(folder)
  const written = () => writeWorldFile({ store, blobs, timers, now: clock.now(), clock: clock.state().mode })

  function setClock(mode: ClockState['mode'], at: number): void {
    clock.freeze(at)
    if (mode === 'running') clock.resume()
  }

  async function replace(open: () => Promise<Readable>): Promise<RestoredWorld> {
    try {
      const { at } = await moveClock(async () => {
        const header = await replaceWorld({ store, blobs, setClock }, open)
        await ensureCredentials(store, secrets)
        return header
      })
      wake()
      return { ok: true, at }
    } catch (error) {
      if (error instanceof BadWorldFile) return { ok: false, reason: error.message }
      throw error
    }
  }

  return {
    replace,
    export: written,
    snapshot: async name => snapshots.write(name, await written()),
    snapshots: snapshots.list,
    dropSnapshot: snapshots.remove,
    async restore(name) {
      const open = await snapshots.find(name)
      return open ? replace(open) : { ok: false, reason: `There is no snapshot "${name}".` }
    },
  }
}
