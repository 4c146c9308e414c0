import type { Conversation, Message } from '../domain/messaging/model.ts'
import type { Row, Write } from './write.ts'

/** Messages on their way that are kept. The oldest ones stay, because they are carried first. */
const MESSAGES_KEPT = 10_000
const CONVERSATIONS_KEPT = 20_000

/**
 * Rows of hot tables that are soon read again: a message until it has been carried, and the chats that were read or
 * written last. Only for a database that nobody else writes to. Committed rows only, as everywhere.
 */
export interface HotRows {
  message(key: string): Message | undefined
  /** `null`: there is no such chat; `undefined`: not known here. */
  conversation(id: string): Conversation | null | undefined
  /** Rises with each write to a chat: what was read before one may be old and is not to be kept. */
  readonly generation: number
  keepConversation(id: string, conversation: Conversation | null, readAt: number): void
  /** A write has been committed. */
  settle(write: Write): void
  /** A write may have been committed or not. */
  drop(write: Write): void
  clear(): void
}

/** `read` makes a message of its row. */
export function hotRows(read: (row: Row) => Message): HotRows {
  const messages = new Map<string, { row: Row; message?: Message }>()
  const conversations = new Map<string, Conversation | null>()
  let generation = 0

  function keep(id: string, conversation: Conversation | null): void {
    conversations.set(id, conversation)
    if (conversations.size > CONVERSATIONS_KEPT) conversations.delete(conversations.keys().next().value!)
  }

  function drop(write: Write): void {
    const kept = write.table === 'messages' ? messages : write.table === 'conversations' ? conversations : undefined
    if (!kept) return
    if (kept === conversations) generation++
    if (write.op === 'clear') kept.clear()
    else kept.delete(write.op === 'delete' ? write.id : write.row.id)
  }

  return {
    message(key) {
      const kept = messages.get(key)
      if (kept) kept.message ??= read(kept.row)
      return kept?.message
    },
    conversation: id => conversations.get(id),
    get generation() {
      return generation
    },
    keepConversation(id, conversation, readAt) {
      if (readAt === generation) keep(id, conversation)
    },
    settle(write) {
      // A new message has not been kept before.
      if (write.op === 'insert' && write.table === 'messages') {
        const wanted = write.row.status === 'accepted' && messages.size < MESSAGES_KEPT
        if (wanted) messages.set(write.row.id, { row: write.row })
        return
      }
      const known = write.op === 'update' && write.table === 'conversations' && conversations.get(write.row.id)
      drop(write)
      if (known) keep(known.id, { ...known, ...write.row })
      if (write.op === 'put' && write.table === 'conversations')
        keep(write.row.id, write.row as unknown as Conversation)
    },
    drop,
    clear() {
      generation++
      messages.clear()
      conversations.clear()
    },
  }
}
