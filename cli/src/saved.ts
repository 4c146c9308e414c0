import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CommandError } from './terminal.ts'

/** Writes an answer beside the file and renames it into place when it is complete. Throws CommandError. */
export async function saved(response: Response, file: string): Promise<number> {
  const part = `${file}.part`
  const out = createWriteStream(part)
  try {
    await pipeline(response.body ? Readable.fromWeb(response.body) : Readable.from([]), out)
    await rename(part, file)
    return out.bytesWritten
  } catch (error) {
    await rm(part, { force: true })
    const { code, message, name } = error as { code?: string; message: string; name: string }
    if (name === 'AbortError') throw error
    // Only what the disk says has a code of the system; everything else comes from the connection.
    if (/^E[A-Z]+$/.test(code ?? '') && code !== 'ECONNRESET')
      throw new CommandError(`${file} cannot be written: ${message}`)
    throw new CommandError(`The server broke off in the middle: ${file} was not written. Try again.`)
  }
}
