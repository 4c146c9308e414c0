import type { Random } from './random.ts'

/** Makes every identifier the server hands out. */
export interface Ids {
  /** A decimal id of 15 to 17 digits, as the Graph uses for its nodes. */
  node(): string
  /** A key that sorts by the time it was made: 18 upper-case hex characters. */
  key(): string
  /**
   * A WhatsApp message id. `phone` is the customer's digits (or any other peer id), for both directions.
   * Its bytes are a Thrift-compact struct; clients treat it as opaque.
   */
  wamid(phone: string, direction: 'sent' | 'received', key: string): string
  /** `fbtrace_id` of an answer: 23 URL-safe characters beginning with `A`. */
  trace(): string
  /** Opaque text, URL-safe. */
  opaque(bytes: number): string
}

let lastTick = 0

/** A strictly rising number that follows the clock: milliseconds times 1024 plus a count within the millisecond. */
function tick(now: number, last: number): number {
  return Math.max(now * 1024, last + 1)
}

/**
 * Ids from a clock and a source of randomness. With `last` given, keys rise from there and not from the
 * process-wide counter, so that a seeded world draws the same keys each time.
 */
export function makeIds(now: () => number, random: Random, ticks: { last: number } = processTicks): Ids {
  /** The upper digits of a key stay the same for some milliseconds. */
  let high = { value: 0, digits: hex(0, 8) }
  return {
    node: () =>
      `${1 + (random.bytes(1)[0]! % 9)}${(random.bytes(6).readUIntBE(0, 6) % 1e14).toString().padStart(14, '0')}`,
    key() {
      ticks.last = tick(now(), ticks.last)
      const drawn = random.bytes(2)
      const low = ticks.last % 0x1000000
      const value = (ticks.last - low) / 0x1000000
      if (value !== high.value) high = { value, digits: hex(value, 8) }
      return high.digits + THREE[low >> 12] + THREE[low & 0xfff] + TWO[drawn[0]!] + TWO[drawn[1]!]
    },
    wamid: encodeWamid,
    trace: () => `A${random.bytes(17).toString('base64url').slice(0, 22)}`,
    opaque: bytes => random.bytes(bytes).toString('base64url'),
  }
}

/** A whole number below 2³² in upper-case hex digits, filled up with zeros. */
const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0')

/** Every number of three and of two hex digits: ids are written by the thousand. */
const THREE = Array.from({ length: 0x1000 }, (_, value) => hex(value, 3))
const TWO = Array.from({ length: 0x100 }, (_, value) => hex(value, 2))

const processTicks = {
  get last() {
    return lastTick
  },
  set last(value: number) {
    lastTick = value
  },
}

/** See the layout in Meta's printed ids: struct{1: string phone}, bool sent, string key. */
export function encodeWamid(phone: string, direction: 'sent' | 'received', key: string): string {
  const char = String.fromCharCode
  const way = direction === 'sent' ? '\x11' : '\x12'
  const body = `\x1c\x18${char(phone.length)}${phone}\x15\x02\x00${way}\x18${char(key.length)}${key}\x00`
  return `wamid.${Buffer.from(body, 'latin1').toString('base64')}`
}

/** The parts of a message id that this server made; undefined for any other text. */
export function decodeWamid(wamid: string): { phone: string; direction: 'sent' | 'received'; key: string } | undefined {
  if (!wamid.startsWith('wamid.') || wamid.length > 512) return undefined
  const bytes = Buffer.from(wamid.slice(6), 'base64')
  const phoneLength = bytes[2] ?? 0
  const keyAt = 3 + phoneLength + 6
  const keyLength = bytes[keyAt - 1] ?? 0
  if (bytes[0] !== 0x1c || bytes.length < keyAt + keyLength) return undefined
  return {
    phone: bytes.subarray(3, 3 + phoneLength).toString('latin1'),
    direction: bytes[keyAt - 3] === 0x11 ? 'sent' : 'received',
    key: bytes.subarray(keyAt, keyAt + keyLength).toString('latin1'),
  }
}
