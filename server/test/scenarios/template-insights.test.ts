import { beforeAll, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { world } from '../world.ts'

const WABA = '102290129340398'
const DAY = 24 * 3600
const TUESDAY = Date.UTC(2026, 10, 24) / 1000
const DAYS = 'start=2026-11-24&end=2026-11-26&granularity=daily'

interface Page {
  data: [{ data_points: { template_id: string; start: number; sent: number }[] }]
}

/** Two templates with a link and a quick reply that say the same, and a third outside the group. */
let autumn: string
let winter: string
let group: string

const w = await fileWorld()
beforeAll(async () => {
  const made = []
  for (const name of ['autumn', 'winter', 'spring']) made.push(await createTemplate(name))
  ;[autumn, winter] = made as [string, string]
  await w.advance('2s')
  await w.graph('POST', `${WABA}?is_enabled_for_insights=true`)
  const whatsapp_business_templates = [autumn, winter]
  const body = { name: 'Sales', description: 'All sales', whatsapp_business_templates }
  group = (await w.graph('POST', `${WABA}/template_groups`, body)).body.id
  for (const name of ['autumn', 'winter', 'spring']) {
    await sendAndTap(name, ['Shop', 'More'])
  }
  await w.advance('24h')
  await sendAndTap('winter', ['Shop', 'Shop'])
})

async function createTemplate(name: string): Promise<string> {
  const buttons = [
    { type: 'QUICK_REPLY', text: 'More' },
    { type: 'URL', text: 'Shop', url: 'https://www.luckyshrub.com/' },
  ]
  const components = [
    { type: 'BODY', text: `Our ${name} collection is here.` },
    { type: 'BUTTONS', buttons },
  ]
  const template = { name, language: 'en_US', category: 'MARKETING', components }
  return (await w.graph('POST', `${WABA}/message_templates`, template)).body.id
}

async function sendAndTap(name: string, buttons: string[]): Promise<void> {
  await w.sends({ type: 'template', template: { name, language: { code: 'en_US' } } })
  await w.advance('7s')
  await w.control('POST', `customers/${w.landline.customer}/read`, {})
  for (const button of buttons) {
    expect((await w.control('POST', `customers/${w.landline.customer}/tap`, { button })).status).toBe(200)
  }
}

const asked = (more: string) => w.graph('GET', `${WABA}/template_group_analytics?${DAYS}&${more}`)

test('a group tells what its templates did together, newest day first, as the page prints it', async () => {
  const { status, body } = await asked(`template_group_ids=[${group}]&metric_types=sent,delivered,read`)
  expect(status).toBe(200)
  const [{ data_points, ...head }] = body.data
  expect(head).toEqual({ granularity: 'DAILY' })
  expect(JSON.stringify(data_points)).toBe(
    `[{"template_group_id":"${group}","start":${TUESDAY + DAY},"end":${TUESDAY + 2 * DAY},"sent":1,"delivered":1,"read":1},` +
      `{"template_group_id":"${group}","start":${TUESDAY},"end":${TUESDAY + DAY},"sent":2,"delivered":2,"read":2}]`,
  )
  expect(body.paging.cursors).toEqual({ before: expect.any(String), after: expect.any(String) })
})

test('buttons that say the same are counted together, and customers once', async () => {
  const { body } = await asked(`template_group_ids=[${group}]&metric_types=clicked,cost`)
  expect(body.data[0].data_points[1]).toEqual({
    template_group_id: group,
    start: TUESDAY,
    end: TUESDAY + DAY,
    clicked: [
      { type: 'quick_reply_button', button_content: 'More', count: 2 },
      { type: 'url_button', button_content: 'Shop', count: 2 },
      { type: 'unique_url_button', button_content: 'Shop', count: 1 },
    ],
    cost: [
      { type: 'amount_spent', value: 0.05 },
      { type: 'cost_per_delivered', value: 0.025 },
      { type: 'cost_per_url_button_click', value: 0.025 },
    ],
  })
})

test('days may be those of the account, and the field says what the edge says', async () => {
  const days = 'use_waba_timezone=true&start=2026-11-24&end=2026-11-24&granularity=DAILY'
  const query = `${days}&template_group_ids=${group}&metric_types=sent`
  const { body } = await w.graph('GET', `${WABA}/template_group_analytics?${query}`)
  const midnight = TUESDAY + 8 * 3600
  const point = { template_group_id: group, start: midnight, end: midnight + DAY, sent: 2 }
  expect(body.data).toEqual([{ granularity: 'DAILY', waba_timezone: 'America/Los_Angeles', data_points: [point] }])
  const field = `template_group_analytics.use_waba_timezone(true).start(2026-11-24).end(2026-11-24).granularity(DAILY)`
  const asField = await w.graph('GET', `${WABA}?fields=${field}.template_group_ids([${group}]).metric_types(SENT)`)
  expect(asField.body.template_group_analytics).toEqual(body)
})

test('a template that left its group is counted there no more, and a deleted group says nothing', async () => {
  const body = { name: 'Autumn', description: '', whatsapp_business_templates: [autumn, winter] }
  const { id } = (await w.graph('POST', `${WABA}/template_groups`, body)).body
  const sent = async () => {
    const { data } = (await asked(`template_group_ids=[${id}]&metric_types=sent`)).body
    return data[0].data_points.map((point: { sent: number }) => point.sent)
  }
  expect(await sent()).toEqual([1, 2])
  await w.graph('POST', id, { remove_templates: [winter] })
  expect(await sent()).toEqual([1])
  await w.graph('DELETE', id)
  expect(await sent()).toEqual([])
})

test.each([
  [0, 100],
  [1, undefined],
  [10, undefined],
  [11, 100],
])('%i groups at once: code %s', async (count, code) => {
  const ids = Array.from({ length: count }, (_, i) => String(900000000000000 + i))
  const { body } = await asked(`template_group_ids=${JSON.stringify(ids)}`)
  expect(body.error?.code).toBe(code)
})

test('groups of an account without insights are refused', async () => {
  const v = await world()
  const { status, body } = await v.graph('GET', `${WABA}/template_group_analytics?${DAYS}&template_group_ids=[1]`)
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ code: 200007, message: '(#200007) Template Insights not enabled' })
  await v.landline.close()
})

test('data points are paged, and each page leads to the next', async () => {
  const query = `${DAYS}&template_ids=[${autumn},${winter}]&metric_types=sent`
  const all = (await w.graph('GET', `${WABA}/template_analytics?${query}`)).body
  expect(all.data[0].data_points).toHaveLength(3)
  expect(all.paging).not.toHaveProperty('next')
  const seen = []
  let { body } = await w.graph('GET', `${WABA}/template_analytics?${query}&limit=1`)
  for (;;) {
    expect(body.data[0].data_points).toHaveLength(1)
    seen.push(...body.data[0].data_points)
    if (!body.paging.next) break
    body = await (await fetch(body.paging.next)).json()
  }
  expect(seen).toEqual(all.data[0].data_points)
  const back = (await (await fetch(body.paging.previous)).json()) as Page
  expect(back.data[0].data_points).toEqual([seen[1]])
})

test('the next page of a field is one of the edge', async () => {
  const field = 'template_analytics.start(2026-11-24).end(2026-11-26).granularity(DAILY).metric_types(SENT).limit(2)'
  const { body } = await w.graph('GET', `${WABA}?fields=${field}.template_ids([${autumn},${winter}])`)
  const headers = { authorization: `Bearer ${w.landline.access_token}` }
  const next = (await (await fetch(body.template_analytics.paging.next, { headers })).json()) as Page
  expect(body.template_analytics.data[0].data_points).toHaveLength(2)
  expect(next.data[0].data_points).toMatchObject([{ template_id: winter, start: TUESDAY + DAY, sent: 1 }])
})

test('clicks are left out while links of a template are not tracked', async () => {
  const query = `${DAYS}&template_ids=[${autumn}]&metric_types=clicked,cost`
  const point = async () => (await w.graph('GET', `${WABA}/template_analytics?${query}`)).body.data[0].data_points[0]
  expect((await point()).clicked).toHaveLength(3)
  const off = await w.graph('POST', `${autumn}?cta_url_link_tracking_opted_out=true&category=marketing`)
  expect(off.body).toEqual({ success: true })
  expect((await w.graph('GET', `${autumn}?fields=status`)).body.status).toBe('APPROVED')
  const { clicked, cost } = await point()
  expect(clicked).toBeUndefined()
  expect(cost.map(({ type }: { type: string }) => type)).toEqual(['amount_spent', 'cost_per_delivered'])
  const together = (await asked(`template_group_ids=[${group}]&metric_types=clicked`)).body.data[0].data_points[1]
  expect(together.clicked).toContainEqual({ type: 'url_button', button_content: 'Shop', count: 1 })
})
