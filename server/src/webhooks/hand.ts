import type { DeliveryClaim } from '../store/driver.ts'
import type { Delivery } from './batch.ts'
import { type Endpoint, endpointKey } from './endpoints.ts'

/** Taken and not yet settled, shared by the endpoints that have something in hand. */
const HELD = 20_000
/** However many endpoints share it, each has room for this much: more than go out one by one. */
const LEAST_SHARE = 100
/** Of one endpoint's, as much waits for a free call: two full notifications. */
const WAITING = 2_000

export interface InHand {
  endpoint: Endpoint
  /** Deliveries taken and not settled, those that are out included. */
  held: number
  /** What it may take in this round of claims. */
  room: number
  /** There may be more of it than was taken. */
  short: boolean
  /** It is not looked at for a moment. */
  resting: boolean
}

/**
 * What was taken from the database and is not settled yet. Each endpoint has a share, and what is beyond stays where it
 * is, so that a backlog takes room from nobody else. `waiting` says how many of an endpoint's have no call yet.
 */
export function makeHand(waiting: (endpoint: Endpoint) => number) {
  const held = new Map<string, InHand>()
  const endpoints = new Map<string, InHand>()
  let each = WAITING

  /** Of one endpoint, when so many have something in hand. */
  const share = (among: number): number => Math.max(LEAST_SHARE, Math.floor(HELD / Math.max(1, among)))
  const roomOf = (one: InHand): number =>
    one.resting ? 0 : Math.max(0, Math.min(share(endpoints.size) - one.held, WAITING - waiting(one.endpoint)))
  const lacks = (one: InHand): boolean => one.short && roomOf(one) >= Math.min(share(endpoints.size), WAITING) / 2

  function inHand(delivery: Delivery): InHand {
    const key = endpointKey(delivery)
    const known = endpoints.get(key)
    if (known) return known
    const endpoint = { app_id: delivery.app_id, url: delivery.url }
    const made: InHand = { endpoint, held: 0, room: each, short: false, resting: false }
    endpoints.set(key, made)
    return made
  }

  function drop(id: string): boolean {
    const one = held.get(id)
    if (!one) return false
    held.delete(id)
    if (--one.held > 0) return lacks(one)
    endpoints.delete(endpointKey(one.endpoint))
    return one.short
  }

  return {
    has: (id: string): boolean => held.has(id),
    size: (): number => held.size,
    /** Begins a round of claims, which looks once at every endpoint that has room. */
    beginRound(): Pick<DeliveryClaim, 'each' | 'rooms' | 'held'> {
      for (const one of endpoints.values()) {
        one.room = roomOf(one)
        one.short = one.room === 0
      }
      each = Math.min(share(endpoints.size + 1), WAITING)
      const rooms = [...endpoints.values()].map(({ endpoint, room }) => ({ ...endpoint, room }))
      // Of an endpoint that nobody looks at, nothing has to be passed over.
      const known = { has: (id: string) => held.has(id), keys: () => idsWithRoom(held) }
      return { each, rooms, held: { ...known, size: held.size } }
    },
    take(delivery: Delivery): void {
      const one = inHand(delivery)
      one.held++
      held.set(delivery.id, one)
    },
    /** What a claim of this round gave, kept or not, and whether its limit cut it short. */
    claimed(rows: Delivery[], cut: boolean): void {
      const counts = new Map<string, number>()
      for (const row of rows) counts.set(endpointKey(row), (counts.get(endpointKey(row)) ?? 0) + 1)
      const last = cut ? endpointKey(rows.at(-1)!) : undefined
      for (const [key, count] of counts) {
        const one = endpoints.get(key)
        if (one && (count >= one.room || key === last)) one.short = true
      }
    },
    /** The endpoints that were looked at in this round and have more than so many in hand. */
    looked: (more: number): InHand[] => [...endpoints.values()].filter(one => one.room > 0 && one.held > more),
    /** Whether there is more of an endpoint, or of any, and room to speak of. */
    lacks(endpoint?: Endpoint): boolean {
      const some = endpoint ? [endpoints.get(endpointKey(endpoint))] : [...endpoints.values()]
      return some.some(one => one !== undefined && lacks(one))
    },
    /** Whether there is room now for what was left behind. */
    release(ids: string[]): boolean {
      let room = false
      for (const id of ids) room = drop(id) || room
      return room
    },
  }
}

function* idsWithRoom(held: ReadonlyMap<string, InHand>): Generator<string> {
  for (const [id, one] of held) if (one.room > 0) yield id
}
