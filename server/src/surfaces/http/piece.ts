import { Readable } from 'node:stream'
import type { Blobs } from '../../graph/io.ts'
import { UploadedFile } from '../../graph/operation.ts'
import type { RawParams } from '../../graph/params.ts'

/**
 * A header that says: the body is bytes of a file, whatever its `content-type` claims, and they belong at this offset.
 * https://developers.facebook.com/docs/graph-api/guides/upload
 */
export const OFFSET_HEADER = 'file_offset'
/** Under this type such bodies are handed on unread. */
export const PIECE_TYPE = 'application/x-piece-of-a-file'

/**
 * The body as the parameter `file`, and the header as `file_offset`. When the client goes away, what has arrived by
 * then counts, so that it can go on from there.
 */
export async function readPiece(stream: Readable, offset: string, blobs: Blobs, limit: number): Promise<RawParams> {
  try {
    const stored = await blobs.put(Readable.from(arriving(stream), { objectMode: false }), limit)
    return { file_offset: offset, file: new UploadedFile(stored) }
  } finally {
    stream.resume()
  }
}

async function* arriving(stream: Readable): AsyncGenerator<Buffer> {
  try {
    // The request outlives an error in the blob store: it is still to be answered.
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Buffer
  } catch {
    // The client went away. What it sent is kept.
  }
}
