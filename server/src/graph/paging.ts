import { CursorOutOfRange } from '../domain/catalogue.ts'
import { Refused } from '../domain/refusals.ts'
import type { Page, Paged } from '../store/records.ts'
import { textOf } from './params.ts'

/** Items on a page that asks for no number. */
const DEFAULT_LIMIT = 25
/** More are never given at once; whoever asks for more gets this many and a `next`. */
const MAX_LIMIT = 1000

const CURSOR = /^Q[A-Za-z0-9_-]+$/

/** Cursors are opaque to clients: the item's key in base64url behind a letter. */
const encodeCursor = (key: string): string => `Q${Buffer.from(key, 'utf8').toString('base64url')}`

function decodeCursor(cursor: unknown): string | undefined {
  if (cursor === undefined || cursor === null || cursor === '') return undefined
  if (typeof cursor !== 'string' || !CURSOR.test(cursor)) throw new Refused(CursorOutOfRange)
  const key = Buffer.from(cursor.slice(1), 'base64url').toString('utf8')
  if (encodeCursor(key) !== cursor) throw new Refused(CursorOutOfRange)
  return key
}

/** The page that `limit`, `after` and `before` ask for. Nonsense in `limit` counts as none. */
export function readPage(raw: { [name: string]: unknown }): Page {
  const asked = Number(textOf(raw.limit))
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MAX_LIMIT) : DEFAULT_LIMIT
  const after = decodeCursor(raw.after)
  const before = decodeCursor(raw.before)
  return {
    limit,
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
    ...(raw.order === 'chronological' || raw.order === 'reverse_chronological' ? { order: raw.order } : {}),
  }
}

/** `paging` of an answer; nothing for an empty page. `link` makes the URL of another page. */
export function pagingOf(
  page: Paged<unknown>,
  link: (query: { after?: string; before?: string }) => string,
): { cursors: { before: string; after: string }; next?: string; previous?: string } | undefined {
  const first = page.items[0]
  const last = page.items.at(-1)
  if (!first || !last) return undefined
  const cursors = { before: encodeCursor(first.cursor), after: encodeCursor(last.cursor) }
  return {
    cursors,
    ...(page.more ? { next: link({ after: cursors.after }) } : {}),
    ...(page.earlier ? { previous: link({ before: cursors.before }) } : {}),
  }
}
