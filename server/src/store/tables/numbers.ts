import type { Thread } from '../../domain/messaging/thread.ts'
import { blockId } from '../../domain/numbers/block.ts'
import { isGone } from '../../domain/numbers/life.ts'
import type { Block, CodeMessage, MessageLink, PhoneNumber, PreverifiedNumber } from '../../domain/numbers/model.ts'
import type { Stored } from '../../domain/stored.ts'
import { type Database, type Page, type Paged, recordReads } from '../records.ts'

/** Numbers, and what belongs to them and has a table of its own. */
export function numberReads(database: Database) {
  const { db } = database
  const numbers = recordReads<PhoneNumber>(database, 'phone_numbers')
  const codeMessages = recordReads<CodeMessage>(database, 'code_messages')
  const blocks = recordReads<Block>(database, 'blocks')
  const messageLinks = recordReads<MessageLink>(database, 'message_links')
  const preverifiedNumbers = recordReads<PreverifiedNumber>(database, 'preverified_numbers')
  const there = async (list: Promise<{ version: number; body: string }[]>) =>
    (await list).map(numbers.parse).filter(number => !isGone(number))
  return {
    numbers: {
      ...numbers,
      ofAccount: (accountId: string) =>
        there(
          db
            .selectFrom('phone_numbers')
            .select(['version', 'body'])
            .where('account_id', '=', accountId)
            .orderBy('id')
            .execute(),
        ),
      all: () => there(db.selectFrom('phone_numbers').select(['version', 'body']).orderBy('id').execute()),
      /** Those that were removed or moved away as well. */
      ever: async () =>
        (await db.selectFrom('phone_numbers').select(['version', 'body']).orderBy('id').execute()).map(numbers.parse),
    },
    codeMessages: {
      ...codeMessages,
      /** Newest first; without digits those of everybody. */
      async latest(limit: number, digits?: string) {
        let query = db.selectFrom('code_messages').select(['version', 'body'])
        if (digits !== undefined) query = query.where('recipient', '=', digits)
        return (await query.orderBy('id', 'desc').limit(limit).execute()).map(codeMessages.parse)
      },
    },
    blocks: {
      ...blocks,
      /** One page of those of a number, in the order of its customers. */
      async ofNumber(numberId: string, { limit, after, before }: Page): Promise<Paged<Stored<Block>>> {
        const back = before !== undefined
        let query = db.selectFrom('blocks').select(['version', 'body']).where('phone_number_id', '=', numberId)
        if (after !== undefined) query = query.where('id', '>', blockId(numberId, after))
        if (back) query = query.where('id', '<', blockId(numberId, before))
        const rows = await query
          .orderBy('id', back ? 'desc' : 'asc')
          .limit(limit + 1)
          .execute()
        const found = rows.slice(0, limit).map(blocks.parse)
        if (back) found.reverse()
        const items = found.map(item => ({ cursor: item.customer_id, item }))
        const beyond = rows.length > limit
        return back ? { items, more: true, earlier: beyond } : { items, more: beyond, earlier: after !== undefined }
      },
      async count(numberId: string): Promise<number> {
        const row = await db
          .selectFrom('blocks')
          .select(e => e.fn.countAll().as('n'))
          .where('phone_number_id', '=', numberId)
          .executeTakeFirst()
        return Number(row?.n ?? 0)
      },
    },
    threads: recordReads<Thread>(database, 'threads'),
    messageLinks: {
      ...messageLinks,
      ofNumber: async (numberId: string) =>
        (
          await db
            .selectFrom('message_links')
            .select(['version', 'body'])
            .where('phone_number_id', '=', numberId)
            .orderBy('id')
            .execute()
        ).map(messageLinks.parse),
    },
    preverifiedNumbers: {
      ...preverifiedNumbers,
      all: async () =>
        (await db.selectFrom('preverified_numbers').select(['version', 'body']).orderBy('id').execute()).map(
          preverifiedNumbers.parse,
        ),
    },
  }
}
