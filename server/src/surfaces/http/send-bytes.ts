import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Blobs } from '../../graph/io.ts'
import type { BytesAnswer } from '../../graph/operation.ts'

/** Streams bytes out, whole or the range that is asked for. */
export async function sendBytes(
  blobs: Blobs,
  answer: BytesAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.headers({
    'content-type': answer.mime_type,
    'x-content-type-options': 'nosniff',
    // Whatever a stranger sent is shown by nobody but the page that asked for it.
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': disposition(answer),
  })
  // A client that hangs up ends the stream; a stream that breaks off hangs up on the client.
  if (answer.stream) return reply.code(200).send(answer.stream)
  reply.header('accept-ranges', 'bytes')
  const range = rangeOf(request.headers.range, answer.file_size)
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${answer.file_size}`).send('')
  }
  const stream = answer.bytes
    ? Readable.from([range ? answer.bytes.subarray(range.start, range.end + 1) : answer.bytes])
    : await blobs.get(answer.blob, range)
  if (!stream) return reply.code(404).header('content-type', 'text/plain').send('Not Found')
  if (!range) return reply.code(200).header('content-length', answer.file_size).send(stream)
  return reply
    .code(206)
    .headers({
      'content-range': `bytes ${range.start}-${range.end}/${answer.file_size}`,
      'content-length': range.end - range.start + 1,
    })
    .send(stream)
}

function disposition({ filename }: BytesAnswer): string {
  if (!filename) return 'inline'
  const ascii = filename.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename)}`
}

/** One range of bytes; anything else in the header counts as none. */
function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : { start, end }
}
