import { job } from './job.ts'

/** A number that was added to be verified, and was not within its time, is forgotten. */
export const dropPreverifiedNumber = job<{ id: string }>({
  name: 'drop-preverified-number',
  async run({ id }, { read, stage }) {
    const number = await read.preverifiedNumbers.find(id)
    if (!number || number.verified_at !== undefined) return
    stage.preverifiedNumbers.remove(id)
    stage.dropNode(id)
  },
})
