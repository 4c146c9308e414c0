import { z } from 'zod'
import { reaches } from '../../domain/messaging/carry-checks.ts'
import { standsInChat } from '../../domain/messaging/inbound.ts'
import type { Message } from '../../domain/messaging/model.ts'
import { serviceWindow } from '../../domain/messaging/window.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { CustomerNode } from '../customers/customer.ts'
import { MessageView, mediaPath, messageView } from './message-view.ts'

/** The newest messages looked at for one that stands in the chat. */
const LOOK_BACK = 20
/** Messages on the way to an unreachable phone are counted up to so many. */
const MOST_WAITING = 1000

export const BusinessView = z.looseObject({
  id: z.string(),
  display_phone_number: z.string(),
  verified_name: z.string(),
  profile: z.looseObject({}),
})

/** A business as a phone shows it in its list of chats. */
export const businessView = (number: PhoneNumber) => {
  const { id, display_phone_number, verified_name, profile } = number
  const { profile_picture_id: picture, ...shown } = profile
  const url = picture ? { profile_picture_url: mediaPath(picture) } : {}
  return { id, display_phone_number, verified_name, profile: { ...shown, ...url } }
}

export const listChats = operation({
  on: CustomerNode,
  edge: 'chats',
  method: 'GET',
  name: 'listChats',
  summary: 'The chats on the phone, latest first; every number of the world is there, so that a chat can be begun.',
  access: 'control',
  params: z.looseObject({}),
  returns: z.object({
    data: z.array(
      z.object({
        phone_number: BusinessView,
        last_message: MessageView.optional(),
        unread: z.number(),
        waiting: z.number().describe('Messages on their way until the phone is reachable again.'),
        last_at: z.number().describe('Unix milliseconds; 0 while nothing was said.'),
        window_expires_at: z.number().optional().describe('Until when the business may write freely.'),
        free_entry_until: z.number().optional().describe('Until when everything is free, after an advertisement.'),
      }),
    ),
  }),
}).run(async ({ node: customer, read, now }) => {
  const conversations = new Map(
    (await read.conversations.ofCustomer(customer.id)).map(one => [one.phone_number_id, one]),
  )
  const waiting = (await read.messages.undelivered(customer.id, MOST_WAITING)).filter(
    ({ type, lost, phone_number_id }) => type !== 'reaction' && !lost && reaches(customer, phone_number_id),
  )
  const chats = []
  for (const number of await read.numbers.all()) {
    const conversation = conversations.get(number.id)
    const window = serviceWindow(conversation?.last_received_at, now)
    const last = conversation && (await latest(read, number.id, customer.id))
    chats.push({
      phone_number: businessView(number),
      ...(last ? { last_message: await messageView(read, last) } : {}),
      unread: conversation?.unread ?? 0,
      waiting: waiting.filter(message => message.phone_number_id === number.id).length,
      last_at: conversation?.last_at ?? 0,
      ...(window.open ? { window_expires_at: window.expires_at } : {}),
      ...(conversation && conversation.free_entry_until > now
        ? { free_entry_until: conversation.free_entry_until }
        : {}),
    })
  }
  return { data: chats.sort((a, b) => b.last_at - a.last_at) }
})

async function latest(read: Read, phoneNumberId: string, customerId: string): Promise<Message | undefined> {
  const newest = await read.messages.chat({ phoneNumberId, customerId, limit: LOOK_BACK })
  return newest.find(({ type }) => standsInChat(type))
}
