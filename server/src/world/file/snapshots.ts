import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Snapshot } from '../../graph/io.ts'

const EXTENSION = '.landline'

/** World files under names, in a folder of their own. Names are letters, digits, `-` and `_` (the operation checks that). */
export function snapshotFolder(folder: string) {
  const pathOf = (name: string) => join(folder, name + EXTENSION)
  const describe = async (name: string): Promise<Snapshot> => {
    const { size, mtimeMs } = await stat(pathOf(name))
    return { name, size, written_at: Math.round(mtimeMs) }
  }
  let written = 0
  return {
    /**
     * Written beside and renamed into place, so that a crash leaves the older one of that name, and who writes one at the
     * same time does not meet this.
     */
    async write(name: string, bytes: Readable): Promise<Snapshot> {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const temporary = `${pathOf(name)}.${written++}.tmp`
      try {
        await pipeline(bytes, createWriteStream(temporary, { mode: 0o600, flush: true }))
        await rename(temporary, pathOf(name))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      return describe(name)
    },
    /** Opens it as often as wanted; undefined when there is none. */
    async find(name: string): Promise<(() => Promise<Readable>) | undefined> {
      const exists = await stat(pathOf(name)).catch(() => undefined)
      return exists && (async () => createReadStream(pathOf(name)))
    },
    async list(): Promise<Snapshot[]> {
      const files = await readdir(folder).catch(() => [] as string[])
      const names = files.filter(file => file.endsWith(EXTENSION)).map(file => file.slice(0, -EXTENSION.length))
      return Promise.all(names.sort().map(describe))
    },
    async remove(name: string): Promise<boolean> {
      const exists = await stat(pathOf(name)).catch(() => undefined)
      await rm(pathOf(name), { force: true })
      return exists !== undefined
    },
  }
}
