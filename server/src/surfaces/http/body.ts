import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { Refused } from '../../domain/refusals.ts'
import type { Blobs } from '../../graph/io.ts'
import { UploadedFile } from '../../graph/operation.ts'
import type { RawParams } from '../../graph/params.ts'
import { readQuery } from './query.ts'

/** JSON that is nested deeper counts as unreadable: nothing on the platform is, and readers that recurse stay safe. */
const MAX_JSON_DEPTH = 64
/** Short texts cannot be deep enough to hurt. */
const DEPTH_CHECKED_FROM = 512
const MAX_FORM_FIELDS = 200
const MAX_FORM_FIELD_BYTES = 1024 * 1024

/** Parameters of a body that is in memory. An unreadable body counts as empty, as on Graph. */
export function readBody(contentType: string, body: Buffer): RawParams {
  if (body.length === 0) return {}
  if (contentType.includes('application/x-www-form-urlencoded')) return readQuery(body.toString('utf8'))
  if (!contentType.includes('json')) return {}
  return readJson(body.toString('utf8')) ?? {}
}

export function readJson(text: string): RawParams | undefined {
  if (text.length > DEPTH_CHECKED_FROM && tooDeep(text)) return undefined
  try {
    const value: unknown = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RawParams) : undefined
  } catch {
    return undefined
  }
}

function tooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 0x5c) i++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_JSON_DEPTH) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}

/** A multipart body: fields as they are, files into the blob store as they arrive. */
export function readMultipart(contentType: string, stream: Readable, blobs: Blobs, limit: number): Promise<RawParams> {
  return new Promise((resolve, reject) => {
    const params: RawParams = Object.create(null)
    const files: Promise<void>[] = []
    let parser: InstanceType<typeof Busboy>
    try {
      parser = new Busboy({
        headers: { 'content-type': contentType },
        limits: { fields: MAX_FORM_FIELDS, fieldSize: MAX_FORM_FIELD_BYTES, files: 5 },
      })
    } catch {
      stream.resume()
      resolve({})
      return
    }
    const fail = (error: unknown) => {
      stream.unpipe(parser)
      stream.resume()
      // Whatever arrived whole is of no use now.
      for (const value of Object.values(params)) if (value instanceof UploadedFile) void blobs.remove(value.blob)
      if (error instanceof Refused) reject(error)
      else resolve({})
    }
    parser.on('field', (name: string, value: string) => {
      params[name] = value
    })
    parser.on(
      'file',
      (name: string, file: Readable, filename: string | undefined, _encoding: string, mimeType: string) => {
        const stored = blobs.put(file, limit).then(blob => {
          params[name] = new UploadedFile({ ...blob, mime_type: mimeType, ...(filename ? { filename } : {}) })
        })
        stored.catch(fail)
        files.push(stored)
      },
    )
    parser.on('error', fail)
    stream.on('error', fail)
    stream.on('aborted', () => fail(new Error('The client went away.')))
    parser.on(
      'finish',
      () =>
        void Promise.all(files).then(
          () => resolve(params),
          () => {},
        ),
    )
    stream.pipe(parser)
  })
}
