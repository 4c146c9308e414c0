import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Random } from '../runtime/random.ts'

const derive = promisify(scrypt) as (text: string, salt: Buffer, length: number) => Promise<Buffer>
const HASH_BYTES = 32

/** Six digits are soon guessed, so their hash is slow and salted. */
export async function hashPin(pin: string, random: Random): Promise<string> {
  const salt = random.bytes(16)
  return `${salt.toString('hex')}:${(await derive(pin, salt, HASH_BYTES)).toString('hex')}`
}

export async function pinMatches(pin: string, hash: string): Promise<boolean> {
  const [salt, expected] = hash.split(':').map(part => Buffer.from(part, 'hex'))
  if (!salt || expected?.length !== HASH_BYTES) return false
  return timingSafeEqual(await derive(pin, salt, HASH_BYTES), expected)
}
