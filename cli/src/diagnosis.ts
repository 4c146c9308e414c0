import type { Client } from './client.ts'
import { type Finding, fault, hint, ok, warning } from './finding.ts'
import { dataFolder, type SecretFlags, secretsFor } from './secrets.ts'
import { folderFinding, nodeFinding, unreachable } from './surroundings.ts'
import { CommandError, RefusedError, type Terminal } from './terminal.ts'

interface World {
  app_id: string
  waba_id?: string
  phone_numbers: { display_phone_number: string; registered: boolean; id: string }[]
  clock: { mode: 'running' | 'frozen'; now: number }
  counts: { customers: number; pending_deliveries: number }
  version: string
}

interface Delivery {
  status: string
  url: string
  attempts: { outcome: string; http_status?: number; detail?: string }[]
}

interface Subscription {
  object: string
  callback_url: string
  fields: { name: string }[]
}

const LATEST = 20

/** Real milliseconds in which a server that is well has answered. */
const PATIENCE = 5000

/** Every look in turn. Without a server there is nothing more to look at. */
export async function findings(client: Client, flags: SecretFlags, env: Terminal['env']): Promise<Finding[]> {
  const found = [nodeFinding(process.version), await folderFinding(dataFolder(flags, env))]
  const world = await attempt(client.control<World>('GET', 'world', { patience: PATIENCE }))
  if (world instanceof RefusedError) {
    const says = `The server at ${client.url} refuses: ${world.message}`
    return [...found, fault(says, 'If it has a control secret, give it with --control-secret.')]
  }
  if (world instanceof CommandError) return [...found, await unreachable(client.url, world.message)]
  // Somebody else's server may have answers for everything.
  if (!world?.clock || !world.counts) {
    return [...found, await unreachable(client.url, `What answers at ${client.url} is no Landline.`)]
  }
  const secrets = secretsFor(flags, env)
  return [
    ...found,
    ok(`The server answers at ${client.url} and serves the Graph API up to ${world.version}.`),
    clock(world),
    customers(world),
    ...numbers(world),
    await callback(client, world, secrets.app_secret),
    await subscription(client, world, secrets.access_token),
    ...(await outcomes(client, world)),
  ]
}

function clock({ clock: { mode, now } }: World): Finding {
  const at = new Date(now).toISOString()
  if (mode === 'running') return ok(`The clock runs; in the world it is ${at}.`)
  return warning(
    `The clock is frozen at ${at}: nothing that is due later happens.`,
    'Run `landline clock resume`, or `landline clock advance 1m`.',
  )
}

const customers = ({ counts }: World): Finding =>
  counts.customers > 0
    ? ok(`There are customers: ${counts.customers}.`)
    : fault('There is no customer who could get a message.', 'Run `landline customers add +16505551234 --name Sheena`.')

function numbers({ phone_numbers }: World): Finding[] {
  if (phone_numbers.length === 0)
    return [fault('There is no business phone number.', 'Add one to the seed, then run `landline reset`.')]
  return phone_numbers.map(({ display_phone_number, registered, id }) =>
    registered
      ? ok(`${display_phone_number} is registered; its id is ${id}.`)
      : fault(`${display_phone_number} is not registered and cannot send.`, `Call POST /${id}/register with a PIN.`),
  )
}

async function callback(client: Client, { app_id, version }: World, secret: string | undefined): Promise<Finding> {
  if (!secret)
    return warning(
      'The webhook of the app was not looked at: its secret is not known here.',
      'Name the data folder with --data, or set LANDLINE_APP_SECRET.',
    )
  const asked = await attempt(
    client.graph<{ data: Subscription[] }>('GET', `${version}/${app_id}/subscriptions`, {
      token: `${app_id}|${secret}`,
    }),
  )
  if (asked instanceof CommandError)
    return fault(
      `The webhook of the app cannot be read: ${asked.message}`,
      'Is LANDLINE_APP_SECRET that of this server?',
    )
  const found = asked.data.find(one => one.object === 'whatsapp_business_account')
  if (!found)
    return hint(
      'No webhook is set, so a bot hears of nothing.',
      'To have one, start with --webhook URL, or call POST /{app-id}/subscriptions.',
    )
  if (found.fields.some(field => field.name === 'messages'))
    return ok(`The webhook of the app is ${found.callback_url}.`)
  return fault(
    `The webhook ${found.callback_url} is not subscribed to the field messages.`,
    'Subscribe again, with messages among the fields.',
  )
}

async function subscription(client: Client, { waba_id, version }: World, token: string | undefined): Promise<Finding> {
  if (!waba_id)
    return fault('There is no WhatsApp Business account.', 'Add one to the seed, then run `landline reset`.')
  if (!token)
    return warning(
      'The subscription of the account was not looked at: no access token is known here.',
      'Give one with --token, or name the data folder with --data.',
    )
  const asked = await attempt(
    client.graph<{ data: object[] }>('GET', `${version}/${waba_id}/subscribed_apps`, { token }),
  )
  if (asked instanceof CommandError)
    return fault(
      `The subscription of the account cannot be read: ${asked.message}`,
      'Is the access token that of this server?',
    )
  if (asked.data.length > 0) return ok(`The account ${waba_id} sends its webhooks to the app.`)
  return fault(`No app is subscribed to the account ${waba_id}.`, `Call POST /${waba_id}/subscribed_apps.`)
}

async function outcomes(client: Client, { counts }: World): Promise<Finding[]> {
  const { data } = await client.control<{ data: Delivery[] }>('GET', 'deliveries', { query: { limit: LATEST } })
  const pending = counts.pending_deliveries
  if (data.length === 0) return [ok('No webhook has been due yet.')]
  const bad = data.filter(({ attempts }) => attempts.length > 0 && attempts.at(-1)!.outcome !== 'delivered')
  if (bad.length === 0) return [ok(`The last webhooks arrived; waiting: ${pending}.`)]
  const [{ url, attempts }] = bad as [Delivery]
  const { outcome, http_status, detail } = attempts.at(-1)!
  const how = [outcome, http_status, detail].filter(Boolean).join(', ')
  return [
    fault(
      `Of the last ${data.length} webhooks ${bad.length} did not arrive; the newest, to ${url}: ${how}. Waiting: ${pending}.`,
      'Look at the log of what listens there. It must answer 200; `landline deliveries` shows every attempt.',
    ),
  ]
}

/** Settles to the refusal instead of throwing it: here it is a finding like others. */
const attempt = <T>(asked: Promise<T>): Promise<T | CommandError> =>
  asked.catch((error: unknown) => {
    if (error instanceof CommandError) return error
    throw error
  })
