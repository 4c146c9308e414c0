import type { Readable } from 'node:stream'
import type { Blobs, RestoredWorld, WorldFiles } from '../../graph/io.ts'
import type { ClockState, WorldClock } from '../../runtime/clock.ts'
import type { Store } from '../../store/store.ts'
import { ensureCredentials } from '../found.ts'
import type { Secrets } from '../plant.ts'
import { BadWorldFile } from './read.ts'
import { replaceWorld } from './replace.ts'
import { snapshotFolder } from './snapshots.ts'
import { writeWorldFile } from './write.ts'

/** A world file may be as large as this. */
export const LARGEST_WORLD_FILE = 8 * 1024 * 1024 * 1024

interface Parts {
  store: Store
  blobs: Blobs
  clock: WorldClock
  /** Keeps the state of the clock with the world. */
  saveClock: () => Promise<unknown>
  secrets: Secrets
  /** Where snapshots lie. */
  folder: string
  /** Looks for what is due. */
  wake: () => void
}

/** Whole worlds as files: written, read back, and kept under names. */
export function worldFiles({ store, blobs, clock, saveClock, secrets, folder, wake }: Parts): WorldFiles {
  const snapshots = snapshotFolder(folder)
  const written = () => writeWorldFile({ store, blobs, now: clock.now(), clock: clock.state().mode })

  function setClock(mode: ClockState['mode'], at: number): void {
    clock.freeze(at)
    if (mode === 'running') clock.resume()
  }

  async function replace(bytes: Readable): Promise<RestoredWorld> {
    try {
      const { at } = await replaceWorld({ store, blobs, setClock }, bytes)
      await ensureCredentials(store, secrets)
      await saveClock()
      wake()
      return { ok: true, at }
    } catch (error) {
      if (error instanceof BadWorldFile) return { ok: false, reason: error.message }
      throw error
    }
  }

  return {
    replace,
    exportBlob: () => blobs.put(written(), LARGEST_WORLD_FILE),
    snapshot: name => snapshots.write(name, written()),
    snapshots: snapshots.list,
    dropSnapshot: snapshots.remove,
    async restore(name) {
      const bytes = await snapshots.open(name)
      return bytes ? replace(bytes) : { ok: false, reason: `There is no snapshot "${name}".` }
    },
  }
}
