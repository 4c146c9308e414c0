import { parseDuration } from '../../server/src/domain/time.ts'
import type { LandlineOptions } from '../../server/src/options.ts'
import { OTHER_VARIABLES, SETTING_NAMES, SETTINGS, type Setting, type SettingName, variableOf } from './settings.ts'
import { CommandError } from './terminal.ts'

/** What was written, before anything is made of it. `source` is named in complaints. */
type Bag = Partial<Record<SettingName, { text: string; source: string }>>

/** Flags as commander gives them: a text, or true for a flag without a value. */
export type Flags = Partial<Record<SettingName, string | boolean>>

/** Options of a server from flags and LANDLINE_* variables; flags win. Throws CommandError for what cannot be read. */
export function readConfig(flags: Flags, env: Record<string, string | undefined>): LandlineOptions {
  return checked(withFlags(fromEnvironment(env), flags))
}

function fromEnvironment(env: Record<string, string | undefined>): Bag {
  const bag: Bag = {}
  for (const name of SETTING_NAMES) {
    // An empty variable is one that a script did not fill in.
    const source = [variableOf(name), OTHER_VARIABLES[name]].find(one => one && env[one])
    if (source) bag[name] = { text: env[source]!, source }
  }
  return bag
}

function withFlags(bag: Bag, flags: Flags): Bag {
  const all = { ...bag }
  // A flag that says where data lies overrules the variables that say it otherwise.
  if (flags.memory) for (const name of ['data', 'databaseUrl'] as const) delete all[name]
  if (flags.data !== undefined || flags.databaseUrl !== undefined) delete all.memory
  for (const name of SETTING_NAMES) {
    const value = flags[name]
    if (value !== undefined) all[name] = { text: String(value), source: `--${SETTINGS[name].flag}` }
  }
  return all
}

/** Nothing of the bag is left unread: each setting has its place in the options. */
function checked(bag: Bag): LandlineOptions {
  const text = (name: SettingName) => read(bag, name, value => value)
  const number = (name: SettingName) => read(bag, name, readNumber)
  const yes = (name: SettingName) => read(bag, name, readYes)
  const memory = yes('memory')
  const data = text('data')
  const databaseUrl = text('databaseUrl')
  if (memory && (data ?? databaseUrl)) {
    throw new CommandError(
      '--memory keeps nothing, so it does not go with --data or --database-url. Leave one of them out.',
    )
  }
  const webhook = text('webhook')
  const webhookFields = read(bag, 'webhookFields', value =>
    value
      .split(',')
      .map(one => one.trim())
      .filter(Boolean),
  )
  if (webhookFields && !webhook) throw new CommandError('--webhook-fields needs --webhook, the URL that gets them.')
  if (webhook && !URL.canParse(webhook)) {
    throw new CommandError(
      `${bag.webhook!.source} is "${webhook}", which is no URL. Write it like http://127.0.0.1:3000/webhook.`,
    )
  }
  const verifyToken = text('verifyToken')
  const frozenAt = number('frozenAt')
  const age = number('retentionAge')
  const rows = number('retentionRows')
  return given({
    port: number('port'),
    host: text('host'),
    memory,
    data,
    databaseUrl,
    seed: text('seed'),
    world: text('world'),
    webhook: webhook === undefined ? undefined : given({ url: webhook, verifyToken, fields: webhookFields }),
    accessToken: text('accessToken'),
    appId: text('appId'),
    appSecret: text('appSecret'),
    businessId: text('businessId'),
    wabaId: text('wabaId'),
    phoneNumberId: text('phoneNumberId'),
    verifyToken,
    customer: text('customer'),
    controlSecret: text('controlSecret'),
    allowPrivateAddresses: yes('allowPrivateAddresses'),
    logLevel: text('logLevel'),
    retryProfile: text('retryProfile') as LandlineOptions['retryProfile'],
    clock: frozenAt === undefined ? undefined : { frozenAt },
    randomSeed: text('randomSeed'),
    retention: age === undefined && rows === undefined ? undefined : given({ age, rows }),
  })
}

/** The same without what is undefined, so that defaults of the server hold. */
function given<T extends object>(all: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(all).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}

type Reader<T> = (text: string, setting: Setting) => T | undefined

function read<T>(bag: Bag, name: SettingName, reader: Reader<T>): T | undefined {
  const written = bag[name]
  if (!written) return undefined
  const setting: Setting = SETTINGS[name]
  const { kind } = setting
  const known = typeof kind === 'string' || kind.includes(written.text)
  const value = known ? reader(written.text, setting) : undefined
  if (value !== undefined) return value
  throw new CommandError(`${written.source} is "${written.text}". ${hint(setting)}`)
}

function readNumber(text: string, { kind }: Setting): number | undefined {
  if (kind === 'duration') return parseDuration(text)
  if (kind === 'instant') {
    const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text)
    return Number.isSafeInteger(at) ? at : undefined
  }
  if (!/^\d+$/.test(text)) return undefined
  const value = Number(text)
  if (kind === 'port') return value <= 65_535 ? value : undefined
  return value > 0 ? value : undefined
}

function readYes(text: string): boolean | undefined {
  if (/^(1|true|yes|on)$/i.test(text)) return true
  return /^(0|false|no|off)$/i.test(text) ? false : undefined
}

function hint({ kind }: Setting): string {
  switch (kind) {
    case 'port':
      return 'Give a port between 0 and 65535; 0 is any that is free.'
    case 'count':
      return 'Give a number above 0.'
    case 'duration':
      return 'Give a duration like 12h or 30d.'
    case 'instant':
      return 'Give an instant like 2026-01-31T12:00:00Z, or Unix milliseconds.'
    case 'yes':
      return 'Give true or false.'
    default:
      return typeof kind === 'string' ? 'That cannot be read.' : `Give one of ${kind.join(', ')}.`
  }
}
