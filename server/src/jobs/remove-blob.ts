import { job } from './job.ts'

/** Bytes go after the record that named them is gone for good. */
export const removeBlob = job<{ blob: string }>({
  name: 'remove-blob',
  before: ({ blob }, io) => io.blobs.remove(blob).then(() => undefined),
  run: async () => {},
})
