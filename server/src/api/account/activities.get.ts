import { z } from 'zod'
import { ActivityRangeTooLarge, InvalidParameter, NotOneOf } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { DAY, SECOND } from '../../domain/time.ts'
import { listing } from '../../graph/operation.ts'
import type { Page, Paged } from '../../store/records.ts'
import { ACTIVITY_TYPES, eventsFor, type Logged } from '../activity/describe.ts'
import { ActivityNode } from '../activity/node.ts'
import { AccountNode } from './node.ts'

const MAX_RANGE = 90 * DAY
const MAX_PAGE = 100

/** NOTE: known from the OpenAPI document only. */
export const listActivities = listing(
  {
    on: AccountNode,
    edge: 'activities',
    of: ActivityNode,
    name: 'listActivities',
    summary: 'What happened to the account, the newest first.',
    access: ['whatsapp_business_management'],
    params: z.looseObject({
      since: z.string().optional().describe('Unix seconds, or a date as ISO 8601.'),
      until: z.string().optional(),
      activity_type: z.array(z.string()).optional(),
      limit: z.int().min(1).max(MAX_PAGE).optional(),
    }),
    refusals: [InvalidParameter(), ActivityRangeTooLarge],
  },
  async ({ node: account, params, read }, page) => {
    const since = instant('since', params.since)
    const until = instant('until', params.until)
    if (since !== undefined && until !== undefined && until - since > MAX_RANGE)
      throw new Refused(ActivityRangeTooLarge)
    const unknown = params.activity_type?.find(type => !(ACTIVITY_TYPES as readonly string[]).includes(type))
    if (unknown !== undefined) throw new Refused(NotOneOf('activity_type', ACTIVITY_TYPES, unknown))
    const filter = {
      types: eventsFor(params.activity_type),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    }
    // Newest first: what is after an item is older.
    const older = page.after === undefined ? {} : { before: seqOf(page.after) }
    const newer = page.before === undefined ? {} : { after: seqOf(page.before) }
    const rows = await read.events.ofAccount(account.id, { ...filter, ...older, ...newer }, page.limit + 1)
    return paged(rows, page)
  },
)

/** One row more than asked for was read, at the end that the page goes to. */
function paged(rows: Logged[], page: Page): Paged<Logged> {
  const beyond = rows.length > page.limit
  const backwards = page.before !== undefined
  const shown = backwards ? rows.slice(-page.limit) : rows.slice(0, page.limit)
  return {
    items: shown.map(item => ({ cursor: String(item.seq), item })),
    more: backwards || beyond,
    earlier: backwards ? beyond : page.after !== undefined,
  }
}

const seqOf = (cursor: string): number => (/^\d{1,15}$/.test(cursor) ? Number(cursor) : 0)

function instant(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = /^\d{1,12}$/.test(text) ? Number(text) * SECOND : Date.parse(text)
  if (Number.isNaN(at)) throw new Refused(InvalidParameter(`${name} must be a Unix timestamp or an ISO 8601 date.`))
  return at
}
