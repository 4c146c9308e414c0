import { createHash, randomFillSync } from 'node:crypto'

/** A source of randomness. It travels as an argument; nothing else in the server draws random bytes. */
export interface Random {
  bytes(length: number): Buffer
  /** An independent source; the same label from the same seed gives the same bytes. */
  child(label: string): Random
}

const POOL_BYTES = 16_384

/** Real randomness, drawn from the system in pools because most draws are a few bytes long. */
export function secureRandom(): Random {
  let pool = Buffer.alloc(POOL_BYTES)
  let used = POOL_BYTES
  const source: Random = {
    bytes(length) {
      if (length > POOL_BYTES) return randomFillSync(Buffer.alloc(length))
      if (used + length > POOL_BYTES) {
        // What was drawn before still lies in the old one.
        pool = randomFillSync(Buffer.allocUnsafeSlow(POOL_BYTES))
        used = 0
      }
      used += length
      return pool.subarray(used - length, used)
    },
    child: () => source,
  }
  return source
}

/** Repeatable randomness for tests and demonstrations: SHA-256 in counter mode over the seed. */
export function seededRandom(seed: string): Random {
  let counter = 0
  let block = Buffer.alloc(0)
  return {
    bytes(length) {
      while (block.length < length) {
        const next = createHash('sha256').update(`${seed}\0${counter++}`).digest()
        block = Buffer.concat([block, next])
      }
      const drawn = block.subarray(0, length)
      block = block.subarray(length)
      return Buffer.from(drawn)
    },
    child: label => seededRandom(`${seed}\0${label}`),
  }
}
