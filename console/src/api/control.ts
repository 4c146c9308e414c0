import type { Contact, Location, Message, ProductRef } from './messages.ts'

export interface Customer {
  wa_id: string
  name: string
  username?: string
  online: boolean
  read_receipts: boolean
  blocked: string[]
  /** Numbers whose marketing was stopped. */
  marketing_stopped: string[]
}

interface Profile {
  about?: string
  address?: string
  description?: string
  email?: string
  vertical?: string
  websites?: string[]
  profile_picture_url?: string
}

export interface BusinessNumber {
  id: string
  display_phone_number: string
  verified_name: string
  profile?: Profile
}

export interface World {
  business_id: string
  business_name: string
  app_id: string
  app_name: string
  waba_id?: string
  waba_name?: string
  phone_numbers: BusinessNumber[]
  clock: Clock
  /** Of the Graph API. */
  version: string
}

export interface Clock {
  mode: 'running' | 'frozen'
  now: number
}

export interface MessageLink {
  phone_number_id: string
  prefilled_message: string
}

/** A verification code on the phone of a business number. */
export interface CodeMessage {
  id: string
  to: string
  method: 'SMS' | 'VOICE'
  text: string
  at: number
}

export interface Chat {
  phone_number: BusinessNumber
  last_message?: Message
  unread: number
  /** On their way until the phone is online. */
  waiting: number
  last_at?: number
  window_expires_at?: number
  /** Everything is free until then, after an advertisement. */
  free_entry_until?: number
}

export interface Page {
  data: Message[]
  paging?: { cursors?: { before?: string; after?: string }; next?: string; previous?: string }
}

export interface LiveEvent {
  seq: number
  type: string
  at: number
  phone_number_id?: string
  customer_id?: string
  wamid?: string
  typing?: boolean
}

export type FileKind = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker'

export type Said = { phone_number_id: string; reply_to?: string; forwarded?: boolean } & (
  | { text: string; referred_product?: ProductRef }
  | { unsupported: string }
  | { location: Location }
  | { contacts: Contact[] }
  | { file: File; kind: FileKind; caption?: string }
)

export interface Tap {
  phone_number_id: string
  message_id: string
  id?: string
  button?: string
  /** What was filled in. */
  data?: object
}

export interface Tapped {
  id?: string
  message?: Message
  opened_url?: string
  description?: string
}

export interface Ad {
  phone_number_id: string
  text: string
  headline?: string
  body?: string
  greeting?: string
  source_type: 'ad' | 'post'
}

const PAGE_SIZE = 50

export class ControlError extends Error {
  status: number
  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

export const control = {
  world: () => call<World>('GET', 'world'),
  clock: () => call<Clock>('GET', 'clock'),
  advanceClock: (by: string) => call<Clock>('POST', 'clock/advance', { by }),
  freezeClock: () => call<Clock>('POST', 'clock/freeze', {}),
  resumeClock: () => call<Clock>('POST', 'clock/resume', {}),

  messageLink: (code: string) => call<MessageLink>('GET', `message-links/${encodeURIComponent(code)}`),
  codeMessages: () => call<{ data: CodeMessage[] }>('GET', 'sms').then(answer => answer.data),

  customers: () => all<Customer>('customers'),
  createCustomer: (customer: { wa_id: string; name?: string }) => call<Customer>('POST', 'customers', customer),
  updateCustomer: (wa_id: string, changes: Partial<Pick<Customer, 'name' | 'username' | 'online' | 'read_receipts'>>) =>
    call<Customer>('POST', `customers/${wa_id}`, changes),
  changeNumber: (wa_id: string, to: string) => call<Customer>('POST', `customers/${wa_id}/number`, { wa_id: to }),
  changePhone: (wa_id: string) => call<Customer>('POST', `customers/${wa_id}/new_phone`, {}),
  deleteCustomer: (wa_id: string) => call<{ success: boolean }>('DELETE', `customers/${wa_id}`),
  blockBusiness: (wa_id: string, phone_number_id: string) =>
    call<Customer>('POST', `customers/${wa_id}/block`, { phone_number_id }),
  unblockBusiness: (wa_id: string, phone_number_id: string) =>
    call<Customer>('POST', `customers/${wa_id}/unblock`, { phone_number_id }),

  setOffers: (wa_id: string, phone_number_id: string, marketing_messages: 'stop' | 'resume') =>
    call<object>('POST', `customers/${wa_id}/preferences`, { phone_number_id, marketing_messages }),

  chats: (wa_id: string) => call<{ data: Chat[] }>('GET', `customers/${wa_id}/chats`).then(answer => answer.data),
  inbox: (wa_id: string, phone_number_id: string, before?: string) =>
    call<Page>('GET', `customers/${wa_id}/inbox?${query({ phone_number_id, limit: PAGE_SIZE, before })}`),
  say: (wa_id: string, said: Said) =>
    call<{ id: string; message: Message }>('POST', `customers/${wa_id}/say`, 'file' in said ? form(said) : said),
  tap: (wa_id: string, tap: Tap) => call<Tapped>('POST', `customers/${wa_id}/tap`, tap),
  edit: (wa_id: string, edit: { message_id: string; text: string }) =>
    call<{ id: string }>('POST', `customers/${wa_id}/edit`, edit),
  deleteMessage: (wa_id: string, message_id: string) =>
    call<{ id: string }>('POST', `customers/${wa_id}/delete`, { message_id }),
  play: (wa_id: string, message_id: string) => call<object>('POST', `customers/${wa_id}/play`, { message_id }),
  clickAd: (wa_id: string, ad: Ad) => call<{ id: string }>('POST', `customers/${wa_id}/ad`, ad),
  openLink: (wa_id: string, url: string) =>
    call<{ phone_number_id: string; text: string }>('POST', `customers/${wa_id}/link`, { url }),
  react: (wa_id: string, reaction: { phone_number_id: string; message_id: string; emoji: string }) =>
    call<{ id: string }>('POST', `customers/${wa_id}/react`, reaction),
  readChat: (wa_id: string, phone_number_id: string) =>
    call<{ read: number }>('POST', `customers/${wa_id}/read`, { phone_number_id }),
}

export const livePath = (wa_id: string) => `/control/live?${query({ customer: wa_id })}`

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const asForm = body instanceof FormData
  let response: Response
  try {
    response = await fetch(`/control/${path}`, {
      method,
      headers: body && !asForm ? { 'content-type': 'application/json' } : {},
      body: asForm ? body : body && JSON.stringify(body),
    })
  } catch {
    throw new ControlError('The server does not answer. Check that Landline is still running, then try again.', 0)
  }
  const answer = await response.json().catch(() => undefined)
  if (!response.ok) throw new ControlError(explain(answer, response.status), response.status)
  return answer as T
}

async function all<T>(path: string): Promise<T[]> {
  const found: T[] = []
  let after: string | undefined
  do {
    const page = await call<{ data: T[]; paging?: Page['paging'] }>('GET', `${path}?${query({ limit: 100, after })}`)
    found.push(...page.data)
    after = page.paging?.next ? page.paging.cursors?.after : undefined
  } while (after)
  return found
}

function query(params: Record<string, string | number | undefined>): string {
  const given = Object.entries(params).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
}

function form(said: object): FormData {
  const data = new FormData()
  for (const [key, value] of Object.entries(said)) {
    if (value instanceof File) data.append(key, value, value.name)
    else if (value !== undefined) data.append(key, String(value))
  }
  return data
}

function explain(answer: unknown, status: number): string {
  const error = (answer as { error?: { message?: string; error_data?: { details?: string } } } | undefined)?.error
  if (!error?.message) return `The server answered ${status} without a reason. Its log says more.`
  return error.error_data?.details || error.message
}
