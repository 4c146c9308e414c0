import { dayOf, slotOf } from '../domain/analytics/periods.ts'
import { countryOf } from '../domain/countries.ts'
import { charges, isTiered, volumeCounter } from '../domain/pricing/charge.ts'
import { marketOf } from '../domain/pricing/markets.ts'
import { DAY } from '../domain/time.ts'
import { zoneOf } from '../domain/time-zones.ts'
import type { Event, EventOf } from '../events/event.ts'
import type { StatusFacts } from '../events/message.ts'
import type { Unit } from '../store/store.ts'
import { type DayKind, dayRow, halfHourRow } from '../store/tables/traffic.ts'
import { reachTier } from './reach-tier.ts'

/**
 * How long after sending a read or a click counts in the analytics of templates.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
const INSIGHTS_FOR = 7 * DAY

/** What messages have in common that are counted together, wherever in time. */
type Kind = Omit<DayKind, 'day' | 'utc_day'>
type Delivered = EventOf<'message.delivered'>

/**
 * Keeps count of messages, and charges for those that arrive, in the same commit: a sum of its half hour and one of its
 * day for each kind of message that a unit speaks of. Reads what is in memory anyway; only where tiers make the next
 * message cheaper, it looks up how many there were.
 */
export async function keepLedger(events: Event[], unit: Unit): Promise<void> {
  const book = sumBook()
  const volumes = new Map<string, number>()
  /** As what each delivered message was counted: that it was sent is counted beside it. */
  const kinds = new Map<string, Kind>()
  for (const event of events) {
    if (event.type !== 'message.delivered') continue
    const { tier, cost } = await charge(event, unit, volumes)
    const kind = await kindOf(event, unit, tier)
    kinds.set(event.wamid, kind)
    book.add(kind, event.at, { delivered: 1, cost })
  }
  for (const event of events) {
    if (event.type === 'message.sent') {
      book.add(kinds.get(event.wamid) ?? (await kindOf(event, unit)), event.at, { sent: 1 })
    } else if (event.type === 'message.read' && countsStill(event.template, event.at)) {
      book.add(await kindOf(event, unit), event.at, { opened: 1 })
    } else if (event.type === 'message.received') {
      book.add(await receivedKind(event, unit), event.at, { sent: 1, delivered: 1 })
    } else if (event.type === 'message.clicked') await keepClick(event, unit)
  }
  for (const entry of book.entries()) await stageSums(entry, unit)
}

/** Only of templates is told how many were read. */
const countsStill = (template: StatusFacts['template'], at: number): boolean =>
  template !== undefined && at < template.accepted_at + INSIGHTS_FOR

/** What a delivered message costs. Messages beyond the tier that was looked up are refused by the store, and come again. */
async function charge(
  event: Delivered,
  unit: Unit,
  volumes: Map<string, number>,
): Promise<{ tier: string; cost: number }> {
  const account = event.billable ? await unit.read.accounts.find(event.account_id) : undefined
  if (!account) return { tier: '', cost: 0 }
  const zone = zoneOf(account.timezone_id)
  const { category, at } = event
  const market = marketOf(event.customer_id, at, zone)
  const question = { category, market, currency: account.currency, at, zone, count: 1 }
  if (!isTiered(market, category)) {
    const [only] = charges({ ...question, used: 0 })
    return { tier: only!.tier, cost: only!.micros }
  }
  const counter = volumeCounter(account.business_id, market, category, at, zone)
  const used = volumes.get(counter) ?? (await unit.read.counters.tally(counter))
  volumes.set(counter, used + 1)
  const [next] = charges({ ...question, used })
  if (used > 0 && next!.tier.startsWith(`${used + 1}:`)) {
    await reachTier(unit, { business_id: account.business_id, market, category, tier: next!.tier, at, zone })
  }
  const limit = Number.isFinite(next!.upTo) ? { limit: next!.upTo } : {}
  unit.take({ kind: 'tally', name: counter, counter, n: 1, ...limit })
  return { tier: next!.tier, cost: next!.micros }
}

async function kindOf(event: StatusFacts, unit: Unit, tier = ''): Promise<Kind> {
  const { account_id, phone_number_id, category, pricing_type, template } = event
  const country = await countryOfCustomer(event.customer_id, unit)
  return { account_id, phone_number_id, country, category, pricing_type, tier, template_id: template?.id ?? '' }
}

async function receivedKind(event: EventOf<'message.received'>, unit: Unit): Promise<Kind> {
  const { account_id, phone_number_id } = event
  const country = await countryOfCustomer(event.customer_id, unit)
  return { account_id, phone_number_id, country, category: 'received', pricing_type: '', tier: '', template_id: '' }
}

/** A user id begins with the country, which is quicker than reading the number; it is there for all who still exist. */
async function countryOfCustomer(customerId: string, { read }: Unit): Promise<string> {
  const customer = await read.customers.find(customerId)
  return customer?.user_id.slice(0, 2) ?? countryOf(customerId) ?? ''
}

async function daysOf(accountId: string, at: number, { read }: Unit): Promise<{ day: number; utc_day: number }> {
  const account = await read.accounts.find(accountId)
  return { day: dayOf(at, zoneOf(account?.timezone_id ?? '')), utc_day: dayOf(at, 'UTC') }
}

async function keepClick(event: EventOf<'message.clicked'>, unit: Unit): Promise<void> {
  if (!event.template || !countsStill(event.template, event.at)) return
  const { account_id, phone_number_id, customer_id, at, button, content } = event
  const row = { account_id, template_id: event.template.id, at, phone_number_id, customer_id, button, content }
  unit.stage.insert('clicks', { id: unit.ids.key(), ...row, ...(await daysOf(account_id, at, unit)) })
}

/** Sums of one kind of message at one instant; those of the same half hour meet in their row. */
interface Entry {
  kind: Kind
  at: number
  sums: { sent: number; delivered: number; opened: number; cost: number }
}

/** Adds up what a unit counts, so that one that delivers thousands of messages writes few rows. */
function sumBook() {
  const book = new Map<string, Entry>()
  return {
    add(kind: Kind, at: number, added: Partial<Entry['sums']>): void {
      const key = `${at}/${Object.values(kind).join('/')}`
      const entry = book.get(key) ?? { kind, at, sums: { sent: 0, delivered: 0, opened: 0, cost: 0 } }
      for (const [sum, n] of Object.entries(added)) entry.sums[sum as keyof Entry['sums']] += n
      book.set(key, entry)
    },
    entries: () => book.values(),
  }
}

async function stageSums({ kind, at, sums }: Entry, unit: Unit): Promise<void> {
  const { stage } = unit
  const { template_id: _, ...whole } = kind
  const { opened, ...counted } = sums
  // That a message was read is told by day alone.
  if (sums.sent + sums.delivered > 0) stage.add('half_hours', halfHourRow({ ...whole, slot: slotOf(at) }), counted)
  stage.add('days', dayRow({ ...kind, ...(await daysOf(kind.account_id, at, unit)) }), { ...counted, opened })
}
