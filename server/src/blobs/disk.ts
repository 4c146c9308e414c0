import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MediaTooLarge } from '../domain/catalogue.ts'
import { Refused } from '../domain/refusals.ts'
import type { Blobs, StoredBlob } from '../graph/io.ts'
import type { Random } from '../runtime/random.ts'

/** Nothing that is larger is ever stored. */
const LARGEST_BLOB = 100 * 1024 * 1024
const NAME = /^[0-9a-f]{32}$/

/**
 * Blobs as files of one folder. Bytes are streamed, hashed on the way and renamed into place when they are complete,
 * so that a crash leaves no half of one under its name.
 */
export function diskBlobs(folder: string, random: Random): Blobs {
  const ready = mkdir(join(folder, 'tmp'), { recursive: true, mode: 0o700 })
  const pathOf = (blob: string) => {
    if (!NAME.test(blob)) throw new Error('Not the name of a blob.')
    return join(folder, blob)
  }
  return {
    async put(bytes, limit = LARGEST_BLOB): Promise<StoredBlob> {
      await ready
      const blob = random.bytes(16).toString('hex')
      const temporary = join(folder, 'tmp', blob)
      const hash = createHash('sha256')
      let size = 0
      const meter = new Transform({
        transform(chunk: Buffer, _, done) {
          size += chunk.length
          hash.update(chunk)
          done(size > limit ? new Refused(MediaTooLarge(limit)) : null, chunk)
        },
      })
      const source = bytes instanceof Readable ? bytes : Readable.from([Buffer.from(bytes)], { objectMode: false })
      try {
        await pipeline(source, meter, createWriteStream(temporary, { mode: 0o600, flush: true }))
        await rename(temporary, pathOf(blob))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      return { blob, file_size: size, sha256: hash.digest('hex') }
    },
    async get(blob, range) {
      const path = pathOf(blob)
      if (!(await stat(path).catch(() => undefined))) return undefined
      return createReadStream(path, range ?? {})
    },
    async head(blob, length) {
      const file = await open(pathOf(blob))
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    remove: blob => rm(pathOf(blob), { force: true }),
  }
}
