import { job } from './job.ts'
import { LINK_CACHE_LIFE } from './link-cache.ts'

/** A link is asked for again after a while; what it led to stays with the messages. */
export const forgetLink = job<{ id: string }>({
  name: 'forget-link',
  async run({ id }, { read, stage, now }) {
    const link = await read.links.find(id)
    if (link && link.fetched_at + LINK_CACHE_LIFE <= now) stage.links.remove(id)
  },
})
