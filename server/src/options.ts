import type { Retention } from './jobs/retention.ts'
import type { SeedInput } from './world/seed.ts'

/** How to start a Landline. Everything has a default; ids and secrets can be fixed so that scripts know them before. */
export interface LandlineOptions {
  /** Default 4400; 0 for any that is free. */
  port?: number
  /** Default 127.0.0.1. Anything else makes the control secret necessary. */
  host?: string
  /** Nothing is kept on disk. */
  memory?: boolean
  /** Data folder; default `.landline`. */
  data?: string
  /** PostgreSQL instead of the embedded database. */
  databaseUrl?: string
  /** The first world: a JSON or YAML file, or the object itself. */
  seed?: string | SeedInput
  /** A world file (see `npx landline world export`) to begin with, where there is no world yet. */
  world?: string
  /** Subscribes this callback to everything, handshake included. */
  webhook?: { url: string; verifyToken?: string; fields?: readonly string[] }
  accessToken?: string
  appId?: string
  appSecret?: string
  businessId?: string
  wabaId?: string
  phoneNumberId?: string
  verifyToken?: string
  /** Phone number of the first customer. */
  customer?: string
  /** Needed for `/control` when it is set; made up when the host is not loopback. */
  controlSecret?: string
  /** Webhooks and media links may lead to private addresses. */
  allowPrivateAddresses?: boolean
  /** `silent`, `error`, `warn`, `info`, `debug`. */
  logLevel?: string
  retryProfile?: 'meta' | 'instant'
  clock?: { frozenAt?: number }
  /** Same seed, frozen clock and sequential calls: same ids and outcomes. */
  randomSeed?: string
  retention?: Partial<Retention>
  /** For Landline's own tests: an answer that does not fit its declared schema becomes an error. */
  checkAnswers?: boolean
}

/** A running server. */
export interface Landline {
  url: string
  access_token: string
  app_id: string
  app_secret: string
  business_id: string
  waba_id: string
  phone_number_id: string
  customer: string
  verify_token: string
  /** Only when calls to `/control` need it. */
  control_secret?: string
  /** Where data lies, in words, and how many bytes they are. */
  storage: { where: string; size: number }
  close(): Promise<void>
}
