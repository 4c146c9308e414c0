import type { Conversation, Message } from '../../domain/messaging/model.ts'
import { decodeWamid } from '../../runtime/ids.ts'
import type { Database } from '../records.ts'
import { rowById } from '../row-by-id.ts'
import type { Row, Write } from '../write.ts'

export const conversationId = (phoneNumberId: string, customerId: string): string => `${phoneNumberId}/${customerId}`

/** Every column, by name, so that rows are as narrow as they look. */
const CONVERSATION = [
  'id',
  'phone_number_id',
  'customer_id',
  'last_received_at',
  'free_entry_until',
  'free_entry_answer_by',
  'phone_seen_at',
  'last_at',
  'unread',
] as const

export function conversationReads({ db, hot }: Database) {
  const byId = rowById(db, 'conversations', CONVERSATION)
  return {
    async find(phoneNumberId: string, customerId: string): Promise<Conversation | undefined> {
      const id = conversationId(phoneNumberId, customerId)
      const kept = hot?.conversation(id)
      if (kept !== undefined) return kept ?? undefined
      const readAt = hot?.generation ?? 0
      const row = await byId(id)
      hot?.keepConversation(id, row ?? null, readAt)
      return row
    },
    ofCustomer: (customerId: string): Promise<Conversation[]> =>
      db
        .selectFrom('conversations')
        .select(CONVERSATION)
        .where('customer_id', '=', customerId)
        .orderBy('last_at', 'desc')
        .execute(),
  }
}

export function messageReads({ db, hot }: Database) {
  const byId = rowById(db, 'messages')
  return {
    async find(wamid: string): Promise<Message | undefined> {
      const key = decodeWamid(wamid)?.key
      if (!key) return undefined
      const kept = hot?.message(key)
      const row = kept ? undefined : await byId(key)
      const message = kept ?? (row && messageOf(row))
      return message?.wamid === wamid ? message : undefined
    },
    async byKey(key: string): Promise<Message | undefined> {
      const kept = hot?.message(key)
      const row = kept ? undefined : await byId(key)
      return kept ?? (row && messageOf(row))
    },
    /** What a number has sent before a key, newest first; or after one, oldest first. */
    async sentBy(sent: { phoneNumberId: string; before?: string; after?: string; limit: number }): Promise<Message[]> {
      let query = db
        .selectFrom('messages')
        .selectAll()
        .where('phone_number_id', '=', sent.phoneNumberId)
        .where('direction', '=', 'sent')
      if (sent.before) query = query.where('id', '<', sent.before)
      if (sent.after) query = query.where('id', '>', sent.after)
      const rows = await query
        .orderBy('id', sent.after ? 'asc' : 'desc')
        .limit(sent.limit)
        .execute()
      return rows.map(messageOf)
    },
    /** Accepted by the network, but the phone was not reachable; oldest first, from behind a key on. */
    async undelivered(customerId: string, limit: number, after = ''): Promise<Message[]> {
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('customer_id', '=', customerId)
        .where('status', '=', 'sent')
        .where('shown', '=', 0)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(messageOf)
    },
    /** Different customers who got a template from a number since an instant. Looks at every message: for rare questions. */
    async customersWithTemplates(phoneNumberId: string, since: number): Promise<number> {
      const row = await db
        .selectFrom('messages')
        .select(e => e.fn.count('customer_id').distinct().as('n'))
        .where('phone_number_id', '=', phoneNumberId)
        .where('direction', '=', 'sent')
        .where('type', '=', 'template')
        .where('status', 'in', ['delivered', 'read'])
        .where('at', '>', since)
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
    /** What the phone shows of one chat, newest first. */
    async chat(chat: {
      phoneNumberId?: string
      customerId: string
      before?: string
      limit: number
    }): Promise<Message[]> {
      let query = db
        .selectFrom('messages')
        .selectAll()
        .where('customer_id', '=', chat.customerId)
        .where('shown', '=', 1)
      if (chat.phoneNumberId) query = query.where('phone_number_id', '=', chat.phoneNumberId)
      if (chat.before) query = query.where('id', '<', chat.before)
      return (await query.orderBy('id', 'desc').limit(chat.limit).execute()).map(messageOf)
    },
  }
}

/** The columns that change later (status, shown) count; the body holds the rest. */
export function messageOf(row: { status: string; shown: number; body: string }): Message {
  return { ...(JSON.parse(row.body) as Message), status: row.status as Message['status'], shown: row.shown === 1 }
}

const toRow = (message: Message): Row => ({
  id: message.key,
  phone_number_id: message.phone_number_id,
  customer_id: message.customer_id,
  direction: message.direction,
  at: message.at,
  type: message.type,
  status: message.status,
  shown: message.shown ? 1 : 0,
  body: JSON.stringify(message),
})

export const messageStage = (writes: Write[]) => ({
  add: (message: Message): void => void writes.push({ op: 'insert', table: 'messages', row: toRow(message) }),
  /** Only the status and whether the phone shows it: what a message goes through on its way. */
  move: (key: string, status: Message['status'], shown?: boolean): void =>
    void writes.push({
      op: 'update',
      table: 'messages',
      row: shown === undefined ? { id: key, status } : { id: key, status, shown: shown ? 1 : 0 },
    }),
  /** What it says and what was done to it, and not where it is on its way: that may move meanwhile. */
  rewrite: (message: Message): void =>
    void writes.push({ op: 'update', table: 'messages', row: { id: message.key, body: JSON.stringify(message) } }),
  /** The whole message, for what is rare: errors, another number. */
  put: (message: Message): void => void writes.push({ op: 'put', table: 'messages', row: toRow(message) }),
})

export const conversationStage = (writes: Write[]) => ({
  remove: (id: string): void => void writes.push({ op: 'delete', table: 'conversations', id }),
  put: (conversation: Conversation): void =>
    void writes.push({ op: 'put', table: 'conversations', row: { ...conversation } }),
  /**
   * Only what changes, so that two nodes do not undo each other's: the customer may write while a message comes. Returns
   * the chat as it is then. One in which nothing has happened yet is new.
   */
  change(conversation: Conversation, changes: Partial<Omit<Conversation, 'id'>>): Conversation {
    const changed = { ...conversation, ...changes }
    const { id } = conversation
    if (conversation.last_at === 0) writes.push({ op: 'put', table: 'conversations', row: { ...changed } })
    else writes.push({ op: 'update', table: 'conversations', row: { id, ...changes } })
    return changed
  },
})
