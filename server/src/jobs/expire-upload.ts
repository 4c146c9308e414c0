import { job } from './job.ts'

/** A session that was not finished, or the handle of a file, comes to its end. What used the handle has its own copy. */
export const expireUpload = job<{ upload_id: string }>({
  name: 'expire-upload',
  async run({ upload_id }, { read, stage, ids, now }) {
    const session = await read.uploads.find(upload_id)
    if (!session || session.expires_at > now) return
    stage.uploads.remove(upload_id)
    stage.dropNode(upload_id)
    for (const { blob } of session.pieces) {
      stage.job({ id: ids.key(), name: 'remove-blob', due_at: now, payload: { blob } })
    }
  },
})
