import { job } from './job.ts'

/** Media live for 30 days when uploaded, 7 days when received. */
export const expireMedia = job<{ media_id: string }>({
  name: 'expire-media',
  async run({ media_id }, { read, stage, ids, now, record }) {
    const media = await read.media.find(media_id)
    if (!media || media.expires_at > now) return
    stage.media.remove(media_id)
    stage.dropNode(media_id)
    stage.job({ id: ids.key(), name: 'remove-blob', due_at: now, payload: { blob: media.blob } })
    const { account_id, phone_number_id } = media
    record({ type: 'media.expired', at: now, account_id, phone_number_id, media_id })
  },
})
