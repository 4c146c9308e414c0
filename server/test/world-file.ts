import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Driver } from '../src/store/driver.ts'
import type { Write } from '../src/store/write.ts'

export interface Line {
  table: string
  row: { [column: string]: string | number | null }
}

/** The rows of a world file. */
export const rowsIn = (file: Buffer): Line[] => linesIn(file).filter((line): line is Line => 'row' in (line as Line))

const linesIn = (file: Buffer): unknown[] =>
  gunzipSync(file)
    .toString()
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

/** The same file with other rows, closed as if it had been written so. */
export function withRows(file: Buffer, change: (rows: Line[]) => unknown[]): Buffer {
  const [header, ...rest] = linesIn(file) as Line[]
  const { blobs } = rest.pop() as unknown as { blobs: number }
  const rows = change(rest.filter(line => 'row' in line))
  const texts = [header, ...rows, ...rest.filter(line => !('row' in line))].map(line => JSON.stringify(line))
  const sha256 = createHash('sha256')
    .update(`${texts.join('\n')}\n`)
    .digest('hex')
  return gzipSync(`${[...texts, JSON.stringify({ end: true, rows: rows.length, blobs, sha256 })].join('\n')}\n`)
}

/** Messages that are put in at once. */
const AT_ONCE = 200

/** Puts so many old messages of this size into a database, which nobody shows. */
export async function fill(driver: Driver, messages: number, size: number, body = noise): Promise<void> {
  const hidden = { phone_number_id: '0', customer_id: '0', direction: 'sent', at: 1, type: 'text', shown: 0 }
  for (let i = 0; i < messages; i += AT_ONCE) {
    const writes = Array.from({ length: Math.min(AT_ONCE, messages - i) }, (_, k): Write => {
      const id = `0-${String(i + k).padStart(6, '0')}`
      const row = { id, ...hidden, status: 'read', body: JSON.stringify({ id, text: body(size) }) }
      return { op: 'insert', table: 'messages', row }
    })
    const [outcome] = await driver.commit([{ writes, takes: [], events: [] }])
    if (outcome?.kind !== 'committed') throw new Error(JSON.stringify(outcome))
  }
}

/** Text that does not get smaller. */
export const noise = (size: number): string =>
  randomBytes(Math.ceil((size * 3) / 4))
    .toString('base64')
    .slice(0, size)

/** Begins an export and reads nothing of it yet. */
export function beginExport(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(`${url}/control/world/export`).on('error', reject).on('response', resolve).end()
  })
}

export async function importInto(url: string, file: Blob) {
  const form = new FormData()
  form.set('file', file, 'world.landline')
  const response = await fetch(`${url}/control/world/import`, { method: 'POST', body: form })
  const body = (await response.json()) as { at?: number; error?: { message: string } }
  return { status: response.status, body }
}
