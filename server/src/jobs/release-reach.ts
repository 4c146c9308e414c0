import { reachCounter, UNVERIFIED_PERIOD } from '../domain/messaging/messaging-limit.ts'
import { job } from './job.ts'

/** A customer who was counted 24 hours ago makes room for another; the row stays for as long as rises look back. */
export const releaseReach = job<{ id: string; at: number; released?: true }>({
  name: 'release-reach',
  async run({ id, at, released }, { read, stage, take, ids }) {
    const row = await read.reached.find(id)
    if (!released) {
      const counter = reachCounter(id.slice(0, id.indexOf('/')))
      take({ kind: 'tally', name: counter, counter, n: -1 })
      const payload = { id, at, released: true }
      stage.job({ id: ids.key(), name: 'release-reach', due_at: at + UNVERIFIED_PERIOD, payload })
    } else if (row?.at === at) stage.reached.remove(id)
  },
})
