import { Readable } from 'node:stream'
import { z } from 'zod'
import { inspect } from '../../blobs/inspect.ts'
import { FileLongerThanSaid, OffsetInvalid, ParameterRequired } from '../../domain/catalogue.ts'
import { type Refusal, Refused } from '../../domain/refusals.ts'
import { HANDLE_LIFE, handleOf, publicId, type UploadSession } from '../../domain/uploads.ts'
import type { Blobs, StoredBlob } from '../../graph/io.ts'
import { File, operation, type UploadedFile } from '../../graph/operation.ts'
import { checkSession, UploadNode } from './node.ts'

/** https://developers.facebook.com/docs/graph-api/guides/upload */
export const appendToUpload = operation({
  on: UploadNode,
  method: 'POST',
  name: 'appendToUpload',
  summary: 'The bytes of a file, or those that are missing; the whole file is answered with its handle.',
  access: 'token',
  body: 'bytes',
  params: z.looseObject({
    sig: z.string().optional().describe('Part of the id, as it was given out.'),
    file_offset: z.int().describe('Header: where in the file the bytes belong.'),
    file: File.optional().describe('The body.'),
  }),
  returns: z.union([
    z.object({ h: z.string().describe('Handle.') }),
    z.object({ id: z.string(), file_offset: z.int() }),
  ]),
  refusals: [OffsetInvalid(0, 0), FileLongerThanSaid(0)],
})
  .before(async ({ node: session, params, io }) => {
    const piece = params.file
    if (!piece?.file_size) throw new Refused(ParameterRequired('file'))
    const refusal = pieceRefusal(session, params.file_offset, piece)
    if (refusal) throw new Refused(refusal)
    if (session.file_offset + piece.file_size < session.file_length) return { piece }
    const whole = session.pieces.length === 0 ? piece : await joined(io.blobs, [...session.pieces, piece])
    return { piece, whole, facts: await inspect(io.blobs, whole.blob, session.file_type, session.file_length) }
  })
  .run(async ({ node: session, params, before, stage, ids, now, sign }) => {
    checkSession(session, { sig: params.sig, sign, now, method: 'POST' })
    const { piece, whole, facts } = before
    const refusal = pieceRefusal(session, params.file_offset, piece)
    if (refusal) throw new Refused(refusal)
    const file_offset = session.file_offset + piece.file_size
    const pieces = [...session.pieces, { blob: piece.blob }]
    if (!whole) {
      stage.uploads.change({ ...session, pieces, file_offset })
      return { id: publicId(session.id, sign), file_offset }
    }
    const expires_at = now + HANDLE_LIFE
    const handle = handleOf(session, expires_at, sign)
    const { sha256 } = whole
    stage.uploads.change({ ...session, pieces: [{ blob: whole.blob }], file_offset, handle, sha256, facts, expires_at })
    stage.job({ id: ids.key(), name: 'expire-upload', due_at: expires_at, payload: { upload_id: session.id } })
    for (const { blob } of pieces.filter(one => one.blob !== whole.blob)) {
      stage.job({ id: ids.key(), name: 'remove-blob', due_at: now, payload: { blob } })
    }
    return { h: handle }
  })

function pieceRefusal(session: UploadSession, offset: number, piece: UploadedFile): Refusal | undefined {
  if (offset !== session.file_offset) return OffsetInvalid(session.file_offset, offset)
  return offset + piece.file_size > session.file_length ? FileLongerThanSaid(session.file_length) : undefined
}

/** The pieces one behind the other, as one blob; they are streamed. */
async function joined(blobs: Blobs, pieces: readonly { blob: string }[]): Promise<StoredBlob> {
  async function* bytes() {
    for (const { blob } of pieces) yield* (await blobs.get(blob)) ?? []
  }
  return blobs.put(Readable.from(bytes(), { objectMode: false }))
}
