import { expect, test } from 'vitest'
import { price, pricingCategory } from '../../src/domain/messaging/price.ts'
import { charges, MICROS } from '../../src/domain/pricing/charge.ts'
import { marketOf } from '../../src/domain/pricing/markets.ts'
import { zoneOf } from '../../src/domain/time-zones.ts'
import { seededRandom } from '../../src/runtime/random.ts'
import { text, world } from '../world.ts'

type World = Awaited<ReturnType<typeof world>>
// biome-ignore lint/suspicious/noExplicitAny: events are read freely
type Logged = any

const WABA = '102290129340398'
const NUMBERS = [
  { id: '106540352242922', digits: '15550783881' },
  { id: '106540352242923', digits: '15550783882' },
]
const CUSTOMERS = ['16505551234', '4915123456789', '919876543210', '5511987654321', '18095551234']
const COUNTRIES: Record<string, string> = { '1650': 'US', '4915': 'DE', '9198': 'IN', '5511': 'BR', '1809': 'DO' }
const countryOf = (digits: string) => COUNTRIES[digits.slice(0, 4)]!

const body = { type: 'BODY', text: 'Succulents are here.' }
const buttons = {
  type: 'BUTTONS',
  buttons: [
    { type: 'QUICK_REPLY', text: 'More' },
    { type: 'URL', text: 'Shop', url: 'https://www.luckyshrub.com/' },
  ],
}

const start = (timezone_id: string, frozenAt: number) =>
  world({
    clock: { frozenAt },
    retention: { age: 400 * 24 * 3600 * 1000 },
    seed: {
      business: { id: '506914307656634', name: 'Lucky Shrub' },
      app: { id: '670843887433847', name: 'Jaspers Market' },
      accounts: [
        {
          id: WABA,
          name: 'Lucky Shrub',
          timezone_id,
          phone_numbers: NUMBERS.map(({ id, digits }) => ({
            id,
            phone: `+${digits}`,
            verified_name: 'Lucky Shrub',
            throughput: 'HIGH',
            messages_per_second: 1000,
          })),
          templates: [
            { id: '900000000000001', name: 'offer', category: 'MARKETING', components: [body, buttons] },
            { id: '900000000000002', name: 'order', category: 'UTILITY', components: [body] },
          ],
        },
      ],
      customers: CUSTOMERS.map(phone => ({ phone: `+${phone}`, name: 'Sheena Nelson' })),
    },
  })

/** A month of messages, replies, reading, phones out of reach, and a jump of thirty days. */
async function live(w: World, seed: string, rounds: number) {
  const random = seededRandom(seed)
  const any = <T>(list: readonly T[]): T => list[random.bytes(1)[0]! % list.length]!
  const chance = (share: number) => random.bytes(1)[0]! < share * 256
  for (let round = 0; round < rounds; round++) {
    const customer = any(CUSTOMERS)
    const number = any(NUMBERS)
    if (chance(0.3)) await w.control('POST', `customers/${customer}/say`, { text: 'Hi', phone_number_id: number.id })
    const template = { type: 'template', template: { name: any(['offer', 'order']), language: { code: 'en_US' } } }
    const message = { messaging_product: 'whatsapp', to: customer, ...(chance(0.7) ? template : text('Hello')) }
    await w.graph('POST', `${number.id}/messages`, message)
    if (chance(0.1)) await w.control('POST', `customers/${customer}/offline`, {})
    await w.advance(any(['1s', '20m', '45m', '3h', '11h', '19h']))
    if (chance(0.15)) for (const one of CUSTOMERS) await w.control('POST', `customers/${one}/online`, {})
    if (chance(0.3)) await w.control('POST', `customers/${customer}/read`, { phone_number_id: number.id })
    if (chance(0.2)) await w.control('POST', `customers/${customer}/tap`, { button: any(['More', 'Shop']) })
    if (round === Math.floor(rounds / 2)) await w.advance('30d')
  }
  await w.advance('1s')
}

async function log(w: World): Promise<Logged[]> {
  const events: Logged[] = []
  for (;;) {
    const { body } = await w.control('GET', `events?limit=1000&after=${events.at(-1)?.seq ?? 0}`)
    if (body.data.length === 0) return events
    events.push(...body.data)
  }
}

/** The local day or month of an instant, found by another way than the server's. */
const dayIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  return {
    DAY: (at: number) => format.format(at),
    MONTH: (at: number) => format.format(at).slice(0, 7),
    HALF_HOUR: (at: number) => String(Math.floor(at / 1_800_000)),
  }
}

const tally = (keys: string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const dropZeros = (counts: [string, number][]) => Object.fromEntries(counts.filter(([, n]) => n > 0))

describeMonth('1', Date.UTC(2026, 9, 20, 12), 'pacific, over the end of summer time')
describeMonth('47', Date.UTC(2027, 2, 10, 12), 'Berlin, over the beginning of summer time')
describeMonth('Asia/Kathmandu', Date.UTC(2026, 8, 20, 12), 'Kathmandu, over the day from which windows are billed')

function describeMonth(timezoneId: string, frozenAt: number, where: string): void {
  test(`analytics are the sums of the log: ${where}`, { timeout: 60_000 }, async () => {
    const w = await start(timezoneId, frozenAt)
    const zone = zoneOf(timezoneId)
    await w.graph('POST', `${WABA}?is_enabled_for_insights=true`)
    await live(w, `month-${timezoneId}`, 120)
    const events = await log(w)
    const of = (type: string) => events.filter(event => event.type === type)
    const until = Math.floor(events.at(-1).at / 1000) + 1
    const range = `.start(${Math.floor(frozenAt / 1000)}).end(${until})`
    const read = async (field: string, more: string) => {
      const { status, body } = await w.graph('GET', `${WABA}?fields=${encodeURIComponent(`${field}${range}${more}`)}`)
      expect(status, JSON.stringify(body)).toBe(200)
      return body[field].data_points ?? body[field].data[0].data_points
    }
    const sent = of('message.sent')
    const delivered = of('message.delivered')
    expect(sent.length).toBeGreaterThan(90)
    expect(delivered.length).toBeGreaterThan(80)
    expect(of('message.read').length).toBeGreaterThan(10)
    const at = dayIn(zone)

    for (const granularity of ['HALF_HOUR', 'DAY', 'MONTH'] as const) {
      const key = at[granularity]
      const points = await read('analytics', `.granularity(${granularity})`)
      const told = (what: 'sent' | 'delivered') =>
        dropZeros(points.map((point: Logged) => [key(point.start * 1000), point[what]]))
      expect(told('sent')).toEqual(tally(sent.map(event => key(event.at))))
      expect(told('delivered')).toEqual(tally(delivered.map(event => key(event.at))))
      for (const point of points) {
        expect(key(point.end * 1000 - 1)).toBe(key(point.start * 1000))
        expect(key(point.end * 1000)).not.toBe(key(point.start * 1000))
        expect(key(point.start * 1000 - 1)).not.toBe(key(point.start * 1000))
      }
    }

    const count = (points: Logged[], what: string) =>
      points.reduce((sum: number, point: Logged) => sum + point[what], 0)
    const templates = await read('analytics', '.granularity(MONTH).product_types([0])')
    expect(count(templates, 'sent')).toBe(sent.filter(event => event.template).length)
    const others = await read(
      'analytics',
      `.granularity(MONTH).product_types(2).phone_numbers(["${NUMBERS[0]!.digits}"]).country_codes(DE,IN)`,
    )
    const isOther = (event: Logged) =>
      !event.template && event.phone_number_id === NUMBERS[0]!.id && ['DE', 'IN'].includes(countryOf(event.customer_id))
    expect(count(others, 'delivered')).toBe(delivered.filter(isOther).length)
    expect(count(await read('analytics', '.granularity(DAY).product_types([100])'), 'sent')).toBe(
      of('message.received').length,
    )

    const costOf = (event: Logged) => {
      if (!event.billable) return 0
      const market = marketOf(event.customer_id, event.at, zone)
      const [charge] = charges({
        category: event.category,
        market,
        currency: 'USD',
        at: event.at,
        zone,
        used: 0,
        count: 1,
      })
      return charge!.micros
    }
    const priced = await read(
      'pricing_analytics',
      '.granularity(DAILY).dimensions(PRICING_CATEGORY,PRICING_TYPE,TIER,COUNTRY,PHONE)',
    )
    const keyOf = (event: Logged) =>
      [
        at.DAY(event.at),
        countryOf(event.customer_id),
        event.phone_number_id,
        event.category.toUpperCase(),
        event.pricing_type.toUpperCase(),
      ].join()
    const pointKey = (point: Logged) =>
      [
        at.DAY(point.start * 1000),
        point.country,
        NUMBERS.find(({ digits }) => digits === point.phone_number)!.id,
        point.pricing_category,
        point.pricing_type,
      ].join()
    const volumes = Object.fromEntries(priced.map((point: Logged) => [pointKey(point), point.volume]))
    expect(volumes).toEqual(tally(delivered.map(keyOf)))
    const costs = new Map<string, number>()
    for (const event of delivered) costs.set(keyOf(event), (costs.get(keyOf(event)) ?? 0) + costOf(event))
    for (const point of priced) {
      expect(point.cost).toBe(costs.get(pointKey(point))! / MICROS)
      expect('tier' in point).toBe(point.pricing_type === 'REGULAR')
    }

    const conversations = await read(
      'conversation_analytics',
      '.granularity(MONTHLY).dimensions(CONVERSATION_CATEGORY,COUNTRY)',
    )
    const conversationKey = (event: Logged) =>
      [at.MONTH(event.at), countryOf(event.customer_id), event.category.toUpperCase()].join()
    expect(
      Object.fromEntries(
        conversations.map((one: Logged) => [
          [at.MONTH(one.start * 1000), one.country, one.conversation_category].join(),
          one.conversation,
        ]),
      ),
    ).toEqual(tally(delivered.map(conversationKey)))

    const ledger = (await w.control('GET', `ledger?from=${frozenAt}&by=day,country,type`)).body
    expect(ledger.delivered).toBe(delivered.length)
    expect(Math.round(ledger.cost * MICROS)).toBe(delivered.reduce((sum, event) => sum + costOf(event), 0))

    const offer = '900000000000001'
    const query = `start=${Math.floor(frozenAt / 1000)}&end=${until}&granularity=daily&template_ids=[${offer}]&limit=100`
    const answer = (await w.graph('GET', `${WABA}/template_analytics?${query}`)).body.data[0]
    const inUtc = dayIn('UTC').DAY
    const told = (what: string) =>
      dropZeros(answer.data_points.map((point: Logged) => [inUtc(point.start * 1000), point[what]]))
    const aboutOffer = (list: Logged[]) => list.filter(event => event.template?.id === offer)
    const inTime = (event: Logged) => event.at < event.template.accepted_at + 7 * 24 * 3600 * 1000
    expect(told('sent')).toEqual(tally(aboutOffer(sent).map(event => inUtc(event.at))))
    expect(told('delivered')).toEqual(tally(aboutOffer(delivered).map(event => inUtc(event.at))))
    expect(told('read')).toEqual(
      tally(
        aboutOffer(of('message.read'))
          .filter(inTime)
          .map(event => inUtc(event.at)),
      ),
    )
    const clicks = aboutOffer(of('message.clicked')).filter(inTime)
    expect(clicks.length).toBeGreaterThan(2)
    const clicked = (type: string) =>
      answer.data_points.flatMap((point: Logged) => point.clicked).filter((one: Logged) => one.type === type)
    expect(count(clicked('quick_reply_button'), 'count')).toBe(
      clicks.filter(one => one.button === 'quick_reply_button').length,
    )
    expect(count(clicked('url_button'), 'count')).toBe(clicks.filter(one => one.button === 'url_button').length)
    const distinct = new Set(
      clicks.filter(one => one.button === 'url_button').map(one => `${inUtc(one.at)}/${one.customer_id}`),
    )
    expect(count(clicked('unique_url_button'), 'count')).toBe(distinct.size)
    await w.landline.close()
  })
}

test('windows are billed from midnight of the account on', async () => {
  const midnight = Date.UTC(2026, 9, 1, 7)
  const w = await start('1', midnight - 3_600_000)
  await w.control('POST', `customers/${CUSTOMERS[0]}/say`, { text: 'Hi', phone_number_id: NUMBERS[0]!.id })
  const billable = async () => {
    await w.graph('POST', `${NUMBERS[0]!.id}/messages`, {
      messaging_product: 'whatsapp',
      to: CUSTOMERS[0],
      ...text('Hello'),
    })
    await w.advance('1s')
    return (await log(w)).filter(event => event.type === 'message.delivered').at(-1).billable
  }
  expect(await billable()).toBe(false)
  await w.advance('59m58s')
  expect(await billable()).toBe(false)
  expect(await billable()).toBe(true)
  expect(
    price({
      category: pricingCategory(),
      at: midnight,
      serviceWindowOpen: true,
      freeEntryWindowOpen: false,
      zone: zoneOf('1'),
    }).billable,
  ).toBe(true)
  await w.landline.close()
})
