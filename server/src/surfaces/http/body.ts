import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { type Refusal, Refused } from '../../domain/refusals.ts'
import type { Blobs } from '../../graph/io.ts'
import { UploadedFile } from '../../graph/operation.ts'
import type { RawParams } from '../../graph/params.ts'
import { NamedValues } from './named-values.ts'
import { readQuery } from './query.ts'

/** JSON that is nested deeper counts as unreadable: nothing on the platform is, and readers that recurse stay safe. */
const MAX_JSON_DEPTH = 64
/** Short texts cannot be deep enough to hurt. */
const DEPTH_CHECKED_FROM = 512
const MAX_FORM_FIELDS = 200
const MAX_FORM_FIELD_BYTES = 1024 * 1024
/** As many as a batch has calls. */
const MAX_FORM_FILES = 50

/** Parameters of a body that is in memory. An unreadable body counts as empty, as on Graph. */
export function readBody(contentType: string, body: Buffer): RawParams {
  if (body.length === 0) return {}
  const type = contentType.toLowerCase()
  if (type.includes('application/x-www-form-urlencoded')) return readQuery(body.toString('utf8'))
  if (!type.includes('json')) return {}
  return readJson(body.toString('utf8')) ?? {}
}

function readJson(text: string): RawParams | undefined {
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

/** Half a value would be a wrong one. */
const TooLargeForm: Refusal = {
  name: 'FormTooLarge',
  code: 1,
  http: 413,
  bare: true,
  message:
    `The form has more than ${MAX_FORM_FIELDS} fields or ${MAX_FORM_FILES} files, or a field that is larger than ` +
    `${MAX_FORM_FIELD_BYTES} bytes.`,
}

/**
 * A multipart body: fields like those of any form, files into the blob store as they arrive. A body that is none counts as
 * empty. Throws Refused when the form or a file is too large.
 */
export function readMultipart(contentType: string, stream: Readable, blobs: Blobs, limit: number): Promise<RawParams> {
  return new Promise((resolve, reject) => {
    const fields = new NamedValues()
    const files = new Map<string, UploadedFile>()
    const storing: Promise<void>[] = []
    let parser: InstanceType<typeof Busboy>
    try {
      parser = new Busboy({
        headers: { 'content-type': contentType },
        limits: { fields: MAX_FORM_FIELDS, fieldSize: MAX_FORM_FIELD_BYTES, files: MAX_FORM_FILES },
      })
    } catch {
      stream.resume()
      resolve({})
      return
    }
    const arriving = new Set<Readable>()
    let failed = false
    const fail = (error: unknown) => {
      if (failed) return
      failed = true
      stream.unpipe(parser)
      stream.resume()
      // Whatever has arrived is of no use now, whole or not.
      for (const file of arriving) file.destroy(new Error('The rest of the form cannot be read.'))
      for (const { blob } of files.values()) void blobs.remove(blob)
      if (error instanceof Refused) reject(error)
      else resolve({})
    }
    parser.on('field', (name: string, value: string, _: boolean, isCut: boolean) => {
      if (isCut) fail(new Refused(TooLargeForm))
      else fields.add(name, value)
    })
    parser.on('fieldsLimit', () => fail(new Refused(TooLargeForm)))
    parser.on('filesLimit', () => fail(new Refused(TooLargeForm)))
    parser.on(
      'file',
      (name: string, file: Readable, filename: string | undefined, _encoding: string, mimeType: string) => {
        arriving.add(file)
        const stored = blobs.put(file, limit).then(async ({ blob, ...facts }) => {
          arriving.delete(file)
          // The last of several equal names wins, of files as of fields.
          const useless = failed ? blob : files.get(name)?.blob
          files.set(name, new UploadedFile({ blob, ...facts, mime_type: mimeType, ...(filename ? { filename } : {}) }))
          if (useless !== undefined) await blobs.remove(useless)
        })
        stored.catch(fail)
        storing.push(stored)
      },
    )
    parser.on('error', fail)
    stream.on('error', fail)
    stream.on('aborted', () => fail(new Error('The client went away.')))
    parser.on(
      'finish',
      () =>
        void Promise.all(storing).then(
          () => resolve(Object.assign(fields.params(), Object.fromEntries(files))),
          () => {},
        ),
    )
    stream.pipe(parser)
  })
}
