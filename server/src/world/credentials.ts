import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../runtime/random.ts'

/** What a developer has to paste somewhere: kept in the data folder, readable by its owner only. */
export interface Credentials {
  access_token: string
  app_secret: string
  verify_token: string
}

const FILE = 'credentials.json'

/** Credentials that were made before, or new ones; what is given wins. Without a folder they live as long as the process. */
export function credentials(folder: string | undefined, random: Random, given: Partial<Credentials>): Credentials {
  const kept = folder ? read(join(folder, FILE)) : {}
  const all: Credentials = {
    access_token:
      given.access_token ?? kept.access_token ?? `EAA${random.bytes(96).toString('base64url').replace(/[-_]/g, 'Z')}`,
    app_secret: given.app_secret ?? kept.app_secret ?? random.bytes(16).toString('hex'),
    verify_token: given.verify_token ?? kept.verify_token ?? random.bytes(12).toString('hex'),
  }
  if (folder) write(folder, all)
  return all
}

function read(file: string): Partial<Credentials> {
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Credentials>
  } catch {
    throw new Error(`${file} is not JSON. Repair it, or remove it to get new credentials.`)
  }
}

function write(folder: string, all: Credentials): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, FILE)
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 })
  chmodSync(file, 0o600)
}
