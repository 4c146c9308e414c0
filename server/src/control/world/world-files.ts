import { z } from 'zod'
import type { RestoredWorld } from '../../graph/io.ts'
import { Bytes, File, operation, Success, success } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'
import { WorldNode } from './world.ts'

const SnapshotName = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .describe('Letters, digits, `-` and `_`, 64 at most.')
const Snapshot = z.object({
  name: z.string(),
  size: z.number().describe('Bytes.'),
  written_at: z.number().describe('Unix milliseconds of real time.'),
})
const Restored = z.object({
  success: z.literal(true),
  at: z.number().describe('Unix milliseconds on the world clock.'),
})

function restored(answer: RestoredWorld): z.output<typeof Restored> {
  if (!answer.ok) throw refusal(answer.reason)
  return { success: true, at: answer.at }
}

export const exportWorld = operation({
  on: WorldNode,
  edge: 'export',
  method: 'GET',
  name: 'exportWorld',
  summary: 'The whole world as one file: records, messages, jobs, webhooks, log, clock and media.',
  access: 'control',
  params: z.looseObject({}),
  returns: Bytes,
})
  .before(({ io }) => io.worlds.export())
  .run(async ({ before: stream }) => ({
    blob: '',
    stream,
    mime_type: 'application/gzip',
    file_size: 0,
    filename: 'world.landline',
  }))

export const importWorld = operation({
  on: WorldNode,
  edge: 'import',
  method: 'POST',
  name: 'importWorld',
  summary:
    'Put the world of a file in the place of this one, all of it or nothing. Credentials that were handed out stay.',
  access: 'control',
  params: z.looseObject({ file: File.describe('A file that `export` wrote, as multipart/form-data.') }),
  returns: Restored,
})
  .before(async ({ io, params: { file } }) => {
    try {
      return await io.worlds.replace(async () => {
        const bytes = await io.blobs.get(file.blob)
        if (!bytes) throw refusal('The file did not arrive. Send it again.')
        return bytes
      })
    } finally {
      await io.blobs.remove(file.blob)
    }
  })
  .run(async ({ before }) => restored(before))

export const listSnapshots = operation({
  on: WorldNode,
  edge: 'snapshots',
  method: 'GET',
  name: 'listSnapshots',
  summary: 'Worlds that were kept under a name.',
  access: 'control',
  params: z.looseObject({}),
  returns: z.object({ data: z.array(Snapshot) }),
})
  .before(({ io }) => io.worlds.snapshots())
  .run(async ({ before: data }) => ({ data }))

export const takeSnapshot = operation({
  on: WorldNode,
  edge: 'snapshots',
  method: 'POST',
  name: 'takeSnapshot',
  summary: 'Keep the world as it is now under a name, in the place of an older one of that name.',
  access: 'control',
  params: z.looseObject({ name: SnapshotName }),
  returns: Snapshot,
})
  .before(({ io, params }) => io.worlds.snapshot(params.name))
  .run(async ({ before: snapshot }) => snapshot)

export const restoreSnapshot = operation({
  on: WorldNode,
  edge: 'restore',
  method: 'POST',
  name: 'restoreSnapshot',
  summary: 'Go back to a world that was kept under a name, its clock included.',
  access: 'control',
  params: z.looseObject({ name: SnapshotName }),
  returns: Restored,
})
  .before(({ io, params }) => io.worlds.restore(params.name))
  .run(async ({ before }) => restored(before))

export const removeSnapshot = operation({
  on: WorldNode,
  edge: 'snapshots',
  method: 'DELETE',
  name: 'removeSnapshot',
  summary: 'Forget a world that was kept under a name.',
  access: 'control',
  params: z.looseObject({ name: SnapshotName }),
  returns: Success,
})
  .before(({ io, params }) => io.worlds.dropSnapshot(params.name))
  .run(async ({ before: existed, params }) => {
    if (!existed) throw refusal(`There is no snapshot "${params.name}".`)
    return success
  })
