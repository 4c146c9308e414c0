import type { WorldClock } from '../runtime/clock.ts'
import type { Store } from '../store/store.ts'

interface Parts {
  store: Store
  clock: WorldClock
  /** Looks for what is due. */
  wake: () => void
  /** Hears that the clock of the others could not be read. */
  failed: (error: unknown) => void
}

/**
 * The clock of this node and the one that is kept with the world, which is that of all nodes: what moves it here is
 * saved, and what another node saves is followed. While it is moved here, this node's word counts.
 */
export function sharedClock({ store, clock, wake, failed }: Parts) {
  let moving = 0
  /** Rises with each move and each look at what others saved: what an earlier look finds is old. */
  let latest = 0

  const save = () =>
    store.run(async ({ read, stage, record }) => {
      const world = await read.world.find('world')
      const state = clock.state()
      if (world) stage.world.change({ ...world, clock: state })
      record({ type: 'clock.moved', at: clock.now(), mode: state.mode })
    })

  async function follow(): Promise<void> {
    const mine = ++latest
    const world = await store.read.world.find('world')
    if (!world || moving > 0 || mine !== latest) return
    clock.restore(world.clock)
    wake()
  }

  const stop = store.driver.onForeignCommit(touched => {
    if (touched.includes('*') || touched.includes('world:world')) void follow().catch(failed)
  })

  return {
    /** Moves the clock with `work`, and saves where it stands then. Throws what `work` throws. */
    async move<T>(work: () => T | Promise<T>): Promise<T> {
      moving++
      latest++
      let saved = false
      try {
        const done = await work()
        await save()
        saved = true
        return done
      } finally {
        moving--
        // What others saved meanwhile has not been looked at.
        if (!saved && store.driver.dialect === 'postgres') void follow().catch(failed)
      }
    },
    stop,
  }
}
