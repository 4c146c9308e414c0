import { standsInChat } from '../../domain/messaging/inbound.ts'
import type { Message } from '../../domain/messaging/model.ts'
import type { Read } from '../../store/read.ts'
import type { Page, Paged } from '../../store/records.ts'

/** Messages read in one go. */
const STEP = 200

const isShown = ({ type }: Message): boolean => standsInChat(type)

/** Messages of one chat or of all, newest first, for as long as somebody asks for the next. */
export async function* newestFirst(
  read: Read,
  chat: { customerId: string; phoneNumberId?: string; before?: string },
): AsyncGenerator<Message> {
  let before = chat.before
  for (;;) {
    const step = await read.messages.chat({ ...chat, ...(before === undefined ? {} : { before }), limit: STEP })
    yield* step.filter(isShown)
    if (step.length < STEP) return
    before = step.at(-1)!.key
  }
}

/** A page of a chat, oldest first within it: the newest one, the one before a message, or the one after it. */
export async function chatPage(
  read: Read,
  chat: { customerId: string; phoneNumberId?: string },
  page: Page,
): Promise<Paged<Message>> {
  return page.after === undefined ? earlierPage(read, chat, page) : laterPage(read, chat, page.after, page.limit)
}

type Chat = { customerId: string; phoneNumberId?: string }

async function earlierPage(read: Read, chat: Chat, { limit, before }: Page): Promise<Paged<Message>> {
  const found: Message[] = []
  for await (const message of newestFirst(read, { ...chat, ...(before === undefined ? {} : { before }) })) {
    found.push(message)
    if (found.length > limit) break
  }
  return {
    items: found.slice(0, limit).reverse().map(asItem),
    more: before !== undefined,
    earlier: found.length > limit,
  }
}

async function laterPage(read: Read, chat: Chat, after: string, limit: number): Promise<Paged<Message>> {
  const found: Message[] = []
  for await (const message of newestFirst(read, chat)) {
    if (message.key <= after) break
    found.push(message)
  }
  found.reverse()
  return { items: found.slice(0, limit).map(asItem), more: found.length > limit, earlier: true }
}

const asItem = (item: Message) => ({ cursor: item.key, item })
