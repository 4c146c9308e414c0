import { handle, jpeg, mp3, mp4, pdf, png, uploaded, webp } from '../media.ts'
import type { world } from '../world.ts'
import { numberExample } from './numbers.ts'

const NO_TYPE = 'The example names no type, so it is a text message without a text.'
const OTHER_NAMES = 'The pages name other members and values than the document, and they are newer.'
const CUT_OFF = 'Its JWE is cut off, and encryption is not enabled.'
const NO_NETWORK = 'Its callback is a name on the internet; the handshake cannot be done offline.'

/** Examples that are not sent, each with the reason. */
export const NOT_SENT: { [example: string]: string } = {
  'POST /{Phone-Number-ID} configure_webhook': NO_NETWORK,
  'POST /{Phone-Number-ID} comprehensive_update': NO_NETWORK,
  'POST /{WABA-ID}/subscribed_apps custom_callback': NO_NETWORK,
}

/** Examples that are rightly refused, each with the code and the reason. */
export const REFUSED: { [example: string]: { code: number; why: string } } = {
  'POST /{Phone-Number-ID}/messages Send Reply to List Message': { code: 100, why: NO_TYPE },
  'POST /{Business-ID}/add_phone_numbers basic_phone_number': {
    code: 100,
    why: 'The number of the example is too short.',
  },
  'POST /{Business-ID}/share_preverified_numbers basic_sharing': {
    code: 100,
    why: 'There is no such number to share.',
  },
  'POST /{Phone-Number-ID}/official_business_account withdraw_application': {
    code: 100,
    why: 'There is no application to withdraw.',
  },
  'POST /{Phone-Number-ID}/settings Enable calling with video': { code: 100, why: OTHER_NAMES },
  'POST /{Phone-Number-ID}/settings Enable SIP calling': { code: 100, why: OTHER_NAMES },
  'POST /{Phone-Number-ID}/settings Configure data storage': { code: 100, why: OTHER_NAMES },
  'POST /{Phone-Number-ID}/settings Enable payload encryption': {
    code: 100,
    why: 'The key of the example is cut off.',
  },
  'POST /{Phone-Number-ID}/marketing_messages Simple Template Message': {
    code: 132001,
    why: 'hello_world is there in American English, and is no marketing.',
  },
  'POST /{Phone-Number-ID}/messages_encrypted Send Encrypted Text Message': { code: 100, why: CUT_OFF },
  'POST /{Phone-Number-ID}/messages_encrypted Send Encrypted Media Message': { code: 100, why: CUT_OFF },
  'POST /{Phone-Number-ID}/messages_encrypted Send Encrypted Template Message': { code: 100, why: CUT_OFF },
  'POST /{Phone-Number-ID}/whatsapp_business_encryption upload_key': {
    code: 100,
    why: 'The key of the example is cut off.',
  },
  'POST /{WABA-ID}/phone_numbers preverified_phone_number': { code: 100, why: 'There is no such number to claim.' },
  'POST /{TEMPLATE_ID} Edit template': { code: 100, why: 'The category of an approved template cannot be edited.' },
}

/** Texts of the examples that stand for something, by the member that holds them (`*` for any). */
const PLACEHOLDERS: [member: string, placeholder: RegExp, stands: string][] = [
  ['link', /^(?!https?:)/, 'https://www.luckyshrub.com/sample'],
  ['name', /^(?:<.*>|<TEMPLATE_NAME>)$/, 'placeholder_name'],
  ['code', /^(?:language-and-locale-code|<.*>)$/, 'en_US'],
  ['type', /^<HEADER_TYPE>$/, 'text'],
]

type World = Awaited<ReturnType<typeof world>>

/** Media of each kind that examples may name. */
const BYTES: { [kind: string]: [type: string, bytes: Uint8Array] } = {
  image: ['image/png', png()],
  video: ['video/mp4', mp4()],
  audio: ['audio/mpeg', mp3()],
  document: ['application/pdf', pdf()],
  sticker: ['image/webp', webp()],
}

/** Samples of headers: what lies behind the handles that examples only hint at. */
const SAMPLES: { [format: string]: [type: string, bytes: Uint8Array] } = {
  IMAGE: ['image/jpeg', jpeg()],
  VIDEO: ['video/mp4', mp4()],
  GIF: ['video/mp4', mp4()],
  DOCUMENT: ['application/pdf', pdf()],
}

/** The example with its placeholders filled in: ids of this world, media that are there, templates that exist. */
export async function substituted(w: World, path: string, value: unknown): Promise<{ path: string; body: unknown }> {
  const ids: { [placeholder: string]: string } = {
    '{Business-ID}': w.landline.business_id,
    '{Phone-Number-ID}': w.landline.phone_number_id,
    '{WABA-ID}': w.landline.waba_id,
    '{WhatsApp-Business-Account-ID}': w.landline.waba_id,
    '{TEMPLATE_ID}': path.includes('TEMPLATE') ? await helloWorldId(w) : '',
  }
  const body = await filled(w, typeof value === 'string' ? JSON.parse(value) : value)
  await provide(w, body as Sent)
  if (path.endsWith('/assigned_users')) await provideUser(w, body as { user?: string; tasks?: string[] })
  const number = await numberExample(w, path, body as { [member: string]: unknown })
  const target = path.slice(1).replace(/^\{[^}]+\}/, placeholder => number.id ?? ids[placeholder] ?? placeholder)
  return { path: target, body: number.body }
}

interface Sent {
  status?: string
  message_id?: string
  type?: string
  template?: SentTemplate
}
interface SentTemplate {
  name: string
  language: { code: string }
  components?: { type: string; sub_type?: string; index?: string | number; parameters?: { type: string }[] }[]
}

/** What an example takes for granted: the message that it marks as read, the template that it sends. */
async function provide(w: World, body: Sent): Promise<void> {
  if (body.status === 'read') body.message_id = (await w.says('Hello')).body.id
  if (body.type !== 'template' || !body.template) return
  const { name, language } = body.template
  await w.graph('POST', `${w.landline.waba_id}/message_templates`, {
    name,
    language: language.code,
    category: 'MARKETING',
    components: await components(w, body.template),
  })
  await w.advance('2s')
}

/** Somebody to assign; already assigned where the example takes somebody off. */
async function provideUser(w: World, body: { user?: string; tasks?: string[] }): Promise<void> {
  body.user = (await w.control('POST', 'users', { name: 'Sheena Nelson' })).body.id
  if (body.tasks) return
  await w.graph('POST', `${w.landline.waba_id}/assigned_users`, { user: body.user, tasks: ['MANAGE'] })
}

/** A template that takes just the parameters of the example. */
async function components(w: World, { components: sent = [] }: SentTemplate): Promise<object[]> {
  const of = (type: string) => sent.find(one => one.type.toLowerCase() === type)?.parameters ?? []
  const words = of('body').map((_, i) => `with the value number {{${i + 1}}} and more words`)
  const samples = of('body').map((_, i) => `sample ${i}`)
  const [head] = of('header')
  const buttons = sent.filter(one => one.type.toLowerCase() === 'button').map(one => button(one.sub_type ?? ''))
  return [
    ...(head ? [await header(w, head.type)] : []),
    {
      type: 'BODY',
      text: `This is what we have for you today ${words.join(', ')} as you asked us to tell you.`,
      ...(samples.length > 0 ? { example: { body_text: [samples] } } : {}),
    },
    ...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons }] : []),
  ]
}

async function header(w: World, type: string): Promise<object> {
  if (type === 'text') {
    return { type: 'HEADER', format: 'TEXT', text: 'News: {{1}}', example: { header_text: ['bread'] } }
  }
  const format = type.toUpperCase()
  const sample = SAMPLES[format]
  return { type: 'HEADER', format, ...(sample ? { example: { header_handle: [await handle(w, ...sample)] } } : {}) }
}

function button(subType: string): object {
  switch (subType.toLowerCase()) {
    case 'url':
      return { type: 'URL', text: 'Look', url: 'https://www.luckyshrub.com/{{1}}', example: ['shop'] }
    case 'catalog':
      return { type: 'CATALOG', text: 'View catalog' }
    case 'flow':
      return { type: 'FLOW', text: 'Begin', flow_id: '123456' }
    default:
      return { type: 'QUICK_REPLY', text: `Answer ${subType}` }
  }
}

async function helloWorldId(w: World): Promise<string> {
  return (await w.graph('GET', `${w.landline.waba_id}/message_templates`)).body.data[0].id
}

async function filled(w: World, value: unknown, name = ''): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(one => filled(w, one, name)))
  if (typeof value !== 'object' || value === null) return value
  const result: Record<string, unknown> = {}
  for (const [member, inner] of Object.entries(value)) result[member] = await filled(w, inner, member)
  if (name in BYTES && typeof result.id === 'string') result.id = await uploaded(w, ...BYTES[name]!)
  if (typeof result.profile_picture_handle === 'string') {
    result.profile_picture_handle = await handle(w, ...SAMPLES.IMAGE!)
  }
  const example = result.example as { header_handle?: unknown } | undefined
  const sample = SAMPLES[String(result.format).toUpperCase()]
  if (sample && example?.header_handle) example.header_handle = [await handle(w, ...sample)]
  for (const [member, placeholder, stands] of PLACEHOLDERS) {
    const text = result[member]
    if (typeof text === 'string' && placeholder.test(text)) result[member] = stands
  }
  if (name === 'template' || ('language' in result && 'components' in result)) {
    if (typeof result.name === 'string') result.name = result.name.toLowerCase().replace(/[^a-z0-9_]/g, '_')
  }
  if ('to' in result && typeof result.to === 'string' && !/\d{7}/.test(result.to)) result.to = w.landline.customer
  return result
}
