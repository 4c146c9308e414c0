import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BadWorldFile, type Line } from './format.ts'

/** Bytes that are unpacked at once. */
const CHUNK_BYTES = 256 * 1024
/** No row and no part of a blob comes near this. */
const LONGEST_LINE = 64 * 1024 * 1024
const NEWLINE = 10

export interface TextLine {
  text: string
  line: Line
}

/** The lines of a world file, in the pieces in which they are unpacked. Throws BadWorldFile. */
export async function* linesOf(bytes: Readable): AsyncGenerator<TextLine[], void, undefined> {
  const unpacked = pipeline(bytes, createGunzip({ chunkSize: CHUNK_BYTES }), () => {})
  let kept: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      const end = chunk.lastIndexOf(NEWLINE)
      if (end >= 0) {
        const whole = Buffer.concat([...kept, chunk.subarray(0, end)])
        kept = []
        length = 0
        yield whole.toString().split('\n').map(parsed)
      }
      kept.push(chunk.subarray(end + 1))
      length += chunk.length - end - 1
      if (length > LONGEST_LINE) throw notOne()
    }
  } catch (error) {
    throw /^Z_|^ERR_/.test(String((error as { code?: unknown }).code)) ? notOne() : error
  }
  if (length > 0) yield [parsed(Buffer.concat(kept).toString())]
}

function parsed(text: string): TextLine {
  let line: unknown
  try {
    line = JSON.parse(text)
  } catch {
    throw notOne()
  }
  if (typeof line !== 'object' || line === null) throw notOne()
  return { text, line: line as Line }
}

const notOne = () =>
  new BadWorldFile('This is no world file, or a part of one. Write one with `npx landline world export FILE`.')
