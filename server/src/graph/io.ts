import type { Readable } from 'node:stream'
import type { Refusal } from '../domain/refusals.ts'
import type { ClockState } from '../runtime/clock.ts'

export interface StoredBlob {
  blob: string
  file_size: number
  /** Hex. */
  sha256: string
}

/** Where bytes lie. Four functions; nothing above knows whether it is a disk. */
export interface Blobs {
  put(bytes: Readable | Uint8Array, limit?: number): Promise<StoredBlob>
  get(blob: string, range?: { start: number; end: number }): Promise<Readable | undefined>
  /** The first bytes, to tell what they are. */
  head(blob: string, length: number): Promise<Uint8Array>
  remove(blob: string): Promise<void>
}

export interface Advanced {
  now: number
  ran: { jobs: number; deliveries: number }
  in_flight: string[]
}

/** Both halves as PEM. */
export interface KeyPair {
  public_key: string
  private_key: string
}

/** The outside world, as far as operations may touch it. */
export interface Io {
  blobs: Blobs
  /** The handshake of a webhook; what went wrong, or nothing. */
  verifyCallback(callback: { url: string; verifyToken: string }): Promise<Refusal | undefined>
  clock: {
    state(): ClockState & { now: number }
    freeze(at?: number): Promise<void>
    resume(): Promise<void>
    /** Runs what falls due on the way. */
    advanceTo(at: number, timeout: number): Promise<Advanced>
  }
  worlds: WorldFiles
  /** Puts the world back to its seed. */
  resetWorld(): Promise<void>
  /** Hashes a PIN slowly on purpose. */
  hashPin(pin: string): Promise<string>
  pinMatches(pin: string, hash: string): Promise<boolean>
  /** A new RSA pair, slowly. */
  newKeyPair(): Promise<KeyPair>
  /** What is in an encrypted payload (JWE), or undefined for what cannot be read. */
  openJwe(jwe: string, privateKey: string): Promise<string | undefined>
  sealJwe(text: string, publicKey: string): Promise<string>
  redeliver(deliveryId: string): Promise<boolean>
  /** The latest calls, newest first. */
  requests(limit: number): LoggedRequest[]
  /** Resolves with the next commit, or when the signal says that nobody waits for it any more. */
  nextCommit(until: AbortSignal): Promise<void>
  /** Aborted when the server begins to stop: whoever waits for something answers with what there is. */
  ending: AbortSignal
  /** Fetches a link with all guards; what could not be fetched carries the reason. */
  fetchLink(url: string, limit: number): Promise<FetchedLink>
}

/** A world that was kept under a name. */
export interface Snapshot {
  name: string
  /** Bytes. */
  size: number
  /** Unix milliseconds of real time. */
  written_at: number
}

/** `at` is the world's instant; `reason` is a sentence for people. */
export type RestoredWorld = { ok: true; at: number } | { ok: false; reason: string }

/** Whole worlds as files. Each `replace` and `restore` happens as a whole or not at all. */
export interface WorldFiles {
  /** The world as it is now, made while it is read. Whoever takes nothing of it for a while is hung up on. */
  export(): Promise<Readable>
  /** `open` gives the bytes of a file, from its beginning each time. */
  replace(open: () => Promise<Readable>): Promise<RestoredWorld>
  snapshots(): Promise<Snapshot[]>
  snapshot(name: string): Promise<Snapshot>
  restore(name: string): Promise<RestoredWorld>
  /** Whether there was one. */
  dropSnapshot(name: string): Promise<boolean>
}

export type FetchedLink =
  | ({ ok: true; mime_type: string } & StoredBlob)
  | { ok: false; reason: string; tooLarge?: boolean }

export interface LoggedRequest {
  id: string
  at: number
  method: string
  path: string
  status: number
  duration_ms: number
  token?: string
  request_body?: string
  response_body?: string
  error_code?: number
}
