import type { Message } from '../../domain/messaging/model.ts'
import { unixSeconds } from '../../domain/time.ts'
import type { EventOf } from '../../events/event.ts'
import type { PayloadFacts } from '../field.ts'
import { contact, headOf, type Person, personOf, rolloutIn } from './people.ts'

type Received = EventOf<'message.received'>

/** `value` for what a customer sends. */
export function receivedValue(event: Received, facts: PayloadFacts) {
  const { message, customer_name, user_id, customer_id } = event
  if (message.system) return { ...headOf(facts), messages: [systemMessage(event, facts)] }
  const person = personOf(facts.phoneWithheld ? undefined : customer_id, user_id, facts)
  const contacts = [contact(customer_name, person, { username: true, identity: true })]
  return { ...headOf(facts), contacts, messages: [received(event, person, facts)] }
}

function received({ message, at }: Received, person: Person, facts: PayloadFacts) {
  const context = contextOf(message, facts)
  return {
    ...(context ? { context } : {}),
    ...(message.referral ? { referral: message.referral } : {}),
    ...sender(person),
    id: message.wamid,
    timestamp: String(unixSeconds(at)),
    ...(message.errors ? { errors: message.errors } : {}),
    type: message.type,
    ...contentOf(message, facts),
  }
}

const sender = ({ wa_id, user_id, parent_user_id }: Person) => ({
  ...(wa_id === undefined ? {} : { from: wa_id }),
  ...(user_id === undefined ? {} : { from_user_id: user_id }),
  ...(parent_user_id === undefined ? {} : { from_parent_user_id: parent_user_id }),
})

/** About the customer rather than from the customer: there are no `contacts`, and `from` is who it was before. */
function systemMessage({ message, at }: Received, facts: PayloadFacts) {
  const { from, from_user_id, identity } = message.system!
  return {
    ...(facts.phoneWithheld ? {} : { from }),
    ...(rolloutIn(facts).user_ids ? { from_user_id } : {}),
    id: message.wamid,
    timestamp: String(unixSeconds(at)),
    ...(identity ? { identity } : {}),
    type: 'system',
    ...contentOf(message, facts),
  }
}

/** A message is a reply, or was passed on; a product that is asked about may stand beside a reply. */
function contextOf(message: Message, facts: PayloadFacts) {
  const { context, referred_product } = message
  if (context || referred_product) {
    return {
      ...(context ? { ...contextFrom(context, message.customer_id, facts), id: context } : {}),
      ...(referred_product ? { referred_product } : {}),
    }
  }
  if (message.frequently_forwarded) return { frequently_forwarded: true }
  return message.forwarded ? { forwarded: true } : undefined
}

/** Who wrote the message that is answered: a sent id tells that the business did. */
function contextFrom(wamid: string, customer: string, { number, phoneWithheld }: PayloadFacts): { from?: string } {
  const bytes = Buffer.from(wamid.slice('wamid.'.length), 'base64')
  const sent = bytes[3 + (bytes[2] ?? 0) + 3] === 0x11
  if (sent) return { from: number?.digits ?? '' }
  return phoneWithheld ? {} : { from: customer }
}

/** Members of a content that came by a rollout, by type of message. */
const ROLLED_OUT = {
  image: { media_urls: ['url'] },
  video: { media_urls: ['url'] },
  audio: { media_urls: ['url'] },
  document: { media_urls: ['url'] },
  sticker: { media_urls: ['url'] },
  contacts: { contact_origins: ['origin', 'vcard'] },
  system: { user_ids: ['user_id'], parent_user_ids: ['parent_user_id'] },
} as const

/** The member named by the type, without what has not been rolled out. */
function contentOf({ type, content }: Message, facts: PayloadFacts): object {
  const rollout = rolloutIn(facts)
  if (content === undefined || (type === 'unsupported' && !rollout.unsupported_types)) return {}
  const rules = type in ROLLED_OUT ? Object.entries(ROLLED_OUT[type as keyof typeof ROLLED_OUT]) : []
  const missing = rules.flatMap(([name, members]) => (rollout[name as keyof typeof rollout] ? [] : members))
  if (type === 'system' && facts.phoneWithheld) missing.push('wa_id')
  return { [type]: missing.length === 0 ? content : without(content, missing) }
}

function without(content: unknown, missing: readonly string[]): unknown {
  if (Array.isArray(content)) return content.map(item => without(item, missing))
  return Object.fromEntries(Object.entries(content as object).filter(([name]) => !missing.includes(name)))
}
