/**
 * `npm run bench:analytics`: fills a data folder with a million messages of ninety days, then times each kind of analytics
 * over HTTP, against a bare SQL scan of the messages in the same database. `npm run bench:analytics -- 100000` fills less.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { dayOf, slotOf } from '../server/src/domain/analytics/periods.ts'
import { DAY } from '../server/src/domain/time.ts'
import { startLandline } from '../server/src/index.ts'
import { openSqlite } from '../server/src/store/sqlite/open.ts'
import { type DayKind, dayRow, halfHourRow } from '../server/src/store/tables/traffic.ts'
import type { Write } from '../server/src/store/write.ts'

const messages = Number(process.argv[2] ?? 1_000_000)
const END = Date.UTC(2026, 10, 24, 9)
const BEGIN = END - 89 * DAY
const BATCH = 5_000
const RUNS = 5
const WABA = '102290129340398'
const NUMBERS = ['106540352242922', '106540352242923']
const COUNTRIES = ['US', 'DE', 'IN', 'BR', 'FR', 'GB', 'ID', 'MX', 'ES', 'IT']
const TEMPLATES = ['900000000000001', '900000000000002', '900000000000003', '']
const CATEGORIES = ['marketing', 'utility', 'authentication', 'service']

const folder = mkdtempSync(join(tmpdir(), 'landline-bench-'))
const start = () =>
  startLandline({
    port: 0,
    data: folder,
    logLevel: 'error',
    clock: { frozenAt: END },
    seed: {
      business: { name: 'Lucky Shrub' },
      app: { name: 'Bench' },
      accounts: [
        {
          id: WABA,
          name: 'Lucky Shrub',
          phone_numbers: NUMBERS.map((id, i) => ({ id, phone: `+1555078388${i}`, verified_name: 'Lucky Shrub' })),
          templates: TEMPLATES.slice(0, 3).map((id, i) => ({
            id,
            name: `template_${i}`,
            components: [{ type: 'BODY', text: 'Your order is on its way.' }],
          })),
        },
      ],
      customers: [],
    },
  })

await (await start()).close()
const filled = performance.now()
await fill()
console.log(`${messages} messages written in ${((performance.now() - filled) / 1000).toFixed(1)} s`)

const landline = await start()
const call = async (method: string, path: string) => {
  const response = await fetch(`${landline.url}/v25.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${landline.access_token}` },
  })
  const body = await response.text()
  if (!response.ok) throw new Error(body)
}
await call('POST', `${WABA}?is_enabled_for_insights=true`)

const database = new DatabaseSync(join(folder, 'landline.db'), { readOnly: true })
const scan = database.prepare(
  'SELECT at / 86400000 AS day, phone_number_id, status, count(*) AS n FROM messages WHERE at >= ? AND at < ? GROUP BY 1, 2, 3',
)
const base = await median(async () => void scan.all(BEGIN, END))
console.log(`${'bare SQL scan of the messages'.padEnd(58)} ${base.toFixed(1).padStart(8)} ms`)
for (const table of ['half_hours', 'days']) {
  const { n } = database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }
  console.log(`${`rows of ${table}`.padEnd(58)} ${String(n).padStart(8)}`)
}

const range = `.start(${BEGIN / 1000}).end(${END / 1000})`
const days = `start=${BEGIN / 1000}&end=${END / 1000}&granularity=daily`
const PRICED = '.dimensions(PRICING_CATEGORY,PRICING_TYPE,TIER,COUNTRY,PHONE)'
for (const [name, path] of [
  ['analytics by day', `${WABA}?fields=analytics${range}.granularity(DAY)`],
  ['analytics by half hour', `${WABA}?fields=analytics${range}.granularity(HALF_HOUR)`],
  [
    'analytics by month, templates in two countries',
    `${WABA}?fields=analytics${range}.granularity(MONTH).product_types(0).country_codes(US,DE)`,
  ],
  ['pricing_analytics by day', `${WABA}?fields=pricing_analytics${range}.granularity(DAILY)`],
  [
    'pricing_analytics by month, every dimension',
    `${WABA}?fields=pricing_analytics${range}.granularity(MONTHLY)${PRICED}`,
  ],
  ['pricing_analytics by day, every dimension', `${WABA}?fields=pricing_analytics${range}.granularity(DAILY)${PRICED}`],
  ['conversation_analytics by day', `${WABA}?fields=conversation_analytics${range}.granularity(DAILY)`],
  ['call_analytics by day', `${WABA}?fields=call_analytics${range}.granularity(DAILY)`],
  ['template_analytics, three templates', `${WABA}/template_analytics?${days}&template_ids=${TEMPLATES.slice(0, 3)}`],
] as const) {
  const time = await median(() => call('GET', path))
  console.log(`${name.padEnd(58)} ${time.toFixed(1).padStart(8)} ms  ${(time / base).toFixed(2)} of the scan`)
}
database.close()
await landline.close()
rmSync(folder, { recursive: true, force: true })

/** Messages as the server writes them, in large transactions, with the sums that their deliveries make. */
async function fill(): Promise<void> {
  const driver = openSqlite(folder)
  for (let done = 0; done < messages; done += BATCH) {
    const writes: Write[] = []
    for (let i = done; i < Math.min(done + BATCH, messages); i++) writes.push(...message(i))
    const [outcome] = await driver.commit([{ writes, takes: [], events: [] }])
    if (outcome?.kind !== 'committed') throw new Error(JSON.stringify(outcome))
  }
  await driver.close()
}

function message(i: number): Write[] {
  const at = BEGIN + Math.floor((i / messages) * (END - BEGIN))
  // A number that has nothing in common with the others, so that every mixture occurs.
  const mixed = (i * 2_654_435_761) % 2 ** 32
  const of = <T>(list: readonly T[], share: number): T => list[Math.floor(mixed / share) % list.length]!
  const phone_number_id = of(NUMBERS, 1)
  const country = of(COUNTRIES, 7)
  const template_id = of(TEMPLATES, 101)
  const kind: DayKind = {
    account_id: WABA,
    day: dayOf(at, 'America/Los_Angeles'),
    utc_day: dayOf(at, 'UTC'),
    phone_number_id,
    country,
    category: CATEGORIES[TEMPLATES.indexOf(template_id)]!,
    pricing_type: 'regular',
    tier: '0:MAX',
    template_id,
  }
  const { day: _, utc_day: __, template_id: ___, ...whole } = kind
  const sums = { sent: 1, delivered: 1, cost: 3_400 }
  const id = `${i.toString(16).padStart(18, '0').toUpperCase()}`
  const row = { id, phone_number_id, customer_id: String(16_502_530_000 + (i % 50_000)), direction: 'sent', at }
  const content = {
    key: id,
    type: 'template',
    content: { name: 'template', language: { code: 'en_US' } },
    wamid: `wamid.${id}${id}`,
  }
  return [
    {
      op: 'insert',
      table: 'messages',
      row: { ...row, type: 'template', status: 'delivered', shown: 1, body: JSON.stringify({ ...row, ...content }) },
    },
    { op: 'add', table: 'half_hours', row: halfHourRow({ ...whole, slot: slotOf(at) }), sums },
    { op: 'add', table: 'days', row: dayRow(kind), sums: { ...sums, opened: 0 } },
  ]
}

async function median(run: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!
}
