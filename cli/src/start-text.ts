import type { Landline } from '../../server/src/options.ts'
import { DEFAULT_URL } from './client.ts'

/** The version that the examples of Meta's documentation are written for. */
const VERSION = 'v25.0'

/** What a person sees who has started a server: where things are, what a bot needs, and a call to copy. */
export function startText(landline: Landline): string {
  const { url, access_token, app_secret, verify_token, phone_number_id, control_secret, storage } = landline
  const { app_id, business_id, waba_id, customer } = landline
  const facts: [string, string][] = [
    ['Graph API', `${url}/${VERSION}`],
    ['Phone', `${url}/phone`],
    ['API explorer', `${url}/docs`],
    ['', ''],
    ['Access token', access_token],
    ['App', `${app_id}  secret ${app_secret}`],
    ['Business', business_id],
    ['WhatsApp account', waba_id],
    ['Phone number id', phone_number_id],
    ['Customer', customer],
    ['Verify token', verify_token],
    ...(control_secret === undefined ? [] : ([['Control secret', control_secret]] satisfies [string, string][])),
    ['Data', storage.size > 0 ? `${storage.where}  ${sizeText(storage.size)}` : storage.where],
  ]
  return [
    `Landline is ready at ${url}`,
    '',
    ...facts.map(([name, value]) => (name ? `  ${name.padEnd(18)}${value}` : '')),
    '',
    // A seed may have no number or nobody yet who could write to it.
    ...(phone_number_id && customer ? firstCalls(landline) : []),
    'Ctrl-C ends it.',
  ].join('\n')
}

function firstCalls({ url, access_token, phone_number_id, customer, control_secret }: Landline): string[] {
  const body = JSON.stringify({ messaging_product: 'whatsapp', to: customer, type: 'template', template: HELLO })
  const where = url === DEFAULT_URL ? '' : ` --url ${url}`
  const secret = control_secret === undefined ? '' : ` --control-secret ${control_secret}`
  return [
    'Send a first message:',
    '',
    `  curl ${url}/${VERSION}/${phone_number_id}/messages -H 'Authorization: Bearer ${access_token}' \\`,
    `    -H 'Content-Type: application/json' -d '${body}'`,
    '',
    'Answer as the customer:',
    '',
    `  npx landline say ${customer} "hi"${where}${secret}`,
    '',
  ]
}

const HELLO = { name: 'hello_world', language: { code: 'en_US' } }

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const units = ['KB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length)
  return `${(bytes / 1024 ** power).toFixed(1)} ${units[power - 1]}`
}
