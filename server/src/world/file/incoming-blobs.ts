import { PassThrough } from 'node:stream'
import type { Blobs } from '../../graph/io.ts'
import { BadWorldFile, type BlobLine } from './format.ts'

/** Takes blobs out of a file. Parts of one follow each other: each goes on into the store as it comes. */
export function incomingBlobs(store: Blobs) {
  /** From the name in the file to the name in the store. */
  const names = new Map<string, string>()
  let name: string | undefined
  let stream = new PassThrough()
  let stored: Promise<unknown> = Promise.resolve()

  function begin(blob: string): void {
    name = blob
    stream = new PassThrough()
    stored = store.put(stream).then(put => names.set(blob, put.blob))
    stored.catch(() => {})
  }

  async function close(): Promise<void> {
    if (name === undefined) return
    stream.end()
    await stored
    name = undefined
  }

  return {
    names,
    close,
    async part({ blob, data }: BlobLine): Promise<void> {
      if (typeof data !== 'string' || names.has(blob))
        throw new BadWorldFile('This world file has a broken media file.')
      if (blob !== name) {
        await close()
        begin(blob)
      }
      if (!stream.write(Buffer.from(data, 'base64'))) {
        await Promise.race([new Promise(resolve => stream.once('drain', resolve)), stored])
      }
    },
    /** Puts back what came so far. */
    async drop(): Promise<void> {
      stream.destroy()
      await stored.catch(() => {})
      for (const stored of names.values()) await store.remove(stored)
    },
  }
}
