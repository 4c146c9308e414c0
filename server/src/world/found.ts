import { phoneDigits } from '../domain/messaging/recipient.ts'
import { tokenHash } from '../graph/access.ts'
import { DEFAULT_RETENTION, type Retention } from '../jobs/retention.ts'
import type { LandlineOptions } from '../options.ts'
import type { ClockState } from '../runtime/clock.ts'
import { NotCommitted, type Store, type Unit } from '../store/store.ts'
import { clearWorld, plantToken, plantWorld, type Secrets } from './plant.ts'
import { readSeed, type Seed } from './seed.ts'

const REAL_TIME: ClockState = { mode: 'running', offset: 0 }

/** The seed, with the ids that the options fix. */
async function seedOf(options: LandlineOptions): Promise<Seed> {
  const seed = structuredClone(await readSeed(options.seed))
  const [account] = seed.accounts
  const [number] = account!.phone_numbers
  if (options.businessId) seed.business.id = options.businessId
  if (options.appId) seed.app.id = options.appId
  if (options.wabaId) account!.id = options.wabaId
  if (options.phoneNumberId && number) number.id = options.phoneNumberId
  if (options.customer) {
    const [first] = seed.customers
    if (first) first.phone = options.customer
    else seed.customers.push({ phone: options.customer, name: 'Customer', online: true })
  }
  for (const name of ['businessId', 'appId', 'wabaId', 'phoneNumberId'] as const) {
    const id = options[name]
    if (id && !/^\d{5,20}$/.test(id)) throw new Error(`The ${IDS[name]} is "${id}". Give an id of 5 to 20 digits.`)
  }
  if (options.customer && !phoneDigits(options.customer, '')) {
    throw new Error(
      `The customer is "${options.customer}". Give a phone number with its country code, like +16505551234.`,
    )
  }
  return seed
}

const IDS = { businessId: 'business id', appId: 'app id', wabaId: 'WABA id', phoneNumberId: 'phone number id' }

/** A seed that names something twice is a mistake of whoever wrote it. */
function twice(error: unknown): unknown {
  if (!(error instanceof NotCommitted) || error.outcome.kind !== 'conflict') return error
  const [table = ''] = error.outcome.on.split('.')
  return new Error(
    `The world cannot begin, because two of its things have the same ${SAME[table] ?? error.outcome.on}.`,
  )
}

/**
 * Makes the world on first start; on later ones makes sure that the credentials that are handed out work. Of nodes that
 * start at once one makes it. Whether it was this one.
 */
export async function foundWorld(
  store: Store,
  options: LandlineOptions,
  secrets: Secrets,
  clock: ClockState = REAL_TIME,
): Promise<boolean> {
  const retention: Retention = { ...DEFAULT_RETENTION, ...options.retention }
  const plant = async (unit: Unit) => {
    if (await unit.read.world.find('world')) return false
    plantWorld(unit, await seedOf(options), { secrets, retention, clock })
    return true
  }
  const founded = await store.run(plant, { name: 'plant' }).catch((error: unknown) => {
    throw twice(error)
  })
  if (!founded) await ensureCredentials(store, secrets)
  return founded
}

/** The credentials that the start hands out work in whatever world there is. */
export async function ensureCredentials(store: Store, secrets: Secrets): Promise<void> {
  await store.run(
    async unit => {
      const [app] = await unit.read.apps.all()
      if (!app) return
      // A secret that was rotated since is the newer one.
      if (app.secret_rotated_at !== undefined) secrets.app_secret = app.secret
      else if (app.secret !== secrets.app_secret) unit.stage.apps.change({ ...app, secret: secrets.app_secret })
      if (!(await unit.read.tokens.find(tokenHash(secrets.access_token)))) {
        plantToken(unit, app, app.business_id, secrets.access_token)
      }
    },
    { name: 'credentials' },
  )
}

/** Puts the world back to its seed: its customers, messages and changes are gone, its credentials and its clock stay. */
export async function resetWorld(
  store: Store,
  options: LandlineOptions,
  secrets: Secrets,
  clock: () => ClockState,
): Promise<void> {
  const retention: Retention = { ...DEFAULT_RETENTION, ...options.retention }
  await store.run(async unit => {
    const [app] = await unit.read.apps.all()
    const seed = await seedOf(options)
    // A bot stays subscribed: the developer's set-up is no part of what happened in the world.
    if (app) seed.app.id = app.id
    clearWorld(unit)
    const kept = app ? { ...secrets, app_secret: app.secret } : secrets
    plantWorld(unit, seed, { secrets: kept, retention, clock: clock(), ...(app ? { before: app } : {}) })
    unit.record({ type: 'world.reset', at: unit.now })
  })
  store.dropCaches()
}

/** The ids that a start prints: those of the first of each kind. */
export async function worldFacts(store: Store) {
  const [app] = await store.read.apps.all()
  const [number] = await store.read.numbers.all()
  const account = number && (await store.read.accounts.find(number.account_id))
  const [customer] = await store.read.customers.all('', 1)
  return {
    app_id: app?.id ?? '',
    business_id: app?.business_id ?? '',
    waba_id: account?.id ?? '',
    phone_number_id: number?.id ?? '',
    customer: customer?.id ?? '',
  }
}

const SAME: Record<string, string> = {
  nodes: 'id',
  customers: 'phone number',
  phone_numbers: 'phone number',
  templates: 'name and language',
}
