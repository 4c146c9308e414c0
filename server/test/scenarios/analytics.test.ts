import { beforeAll, describe, expect, test } from 'vitest'
import { fileWorld } from '../shared-world.ts'
import { hello, TUESDAY, text, world } from '../world.ts'

const NOW = TUESDAY / 1000
const DAY = 24 * 3600
const WABA = '102290129340398'

let template: string
const w = await fileWorld()
beforeAll(async () => {
  template = (await w.graph('GET', `${WABA}/message_templates`)).body.data[0].id
  await w.says('Hi')
  await w.sends(text('Good morning.'))
  await w.sends(hello)
  await w.advance('1s')
})

const fields = (text: string, headers?: Record<string, string>) =>
  w.graph('GET', `${WABA}?fields=${encodeURIComponent(text)}`, undefined, headers)
const hour = `.start(${NOW - 60}).end(${NOW + 3600})`
/** Midnight of that Tuesday in California. */
const MIDNIGHT = Date.UTC(2026, 10, 24, 8) / 1000

test('a day of messages, as the page about analytics prints it', async () => {
  const { body } = await fields(`analytics${hour}.granularity(DAY).phone_numbers([]).country_codes(["us", "BR"])`)
  expect(JSON.stringify(body)).toBe(
    `{"analytics":{"phone_numbers":["15550783881"],"country_codes":["US","BR"],"granularity":"DAY",` +
      `"data_points":[{"start":${MIDNIGHT},"end":${MIDNIGHT + DAY},"sent":2,"delivered":2}]},"id":"${WABA}"}`,
  )
})

test.each([
  ['analytics\n  .start(S)\n  .end(E)\n  .granularity("DAY")', 2],
  ['analytics.start(S).end(E).granularity(DAY).product_types([0])', 1],
  ['analytics.start(S).end(E).granularity(DAY).product_types(0,2)', 2],
  ['analytics.start(S).end(E).granularity(DAY).phone_numbers(["+1 555-078-3881"])', 2],
  ['analytics.start(S).end(E).granularity(DAY).product_types(100)', 1],
  [`analytics.start(S).end(E).granularity(DAY).country_codes('US')`, 2],
])('%s counts %i', async (asked, sent) => {
  const { body } = await fields(asked.replace('S', String(NOW - 60)).replace('E', String(NOW + 60)))
  expect(body.analytics.data_points).toMatchObject([{ sent }])
})

test.each([
  '.phone_numbers(["16505559999"])',
  '.country_codes(DE)',
  '.product_types([101,102])',
  '.product_types([103])',
])('nothing is counted for %s', async more => {
  expect((await fields(`analytics${hour}.granularity(DAY)${more}`)).body.analytics.data_points).toEqual([])
})

test.each([
  [NOW + 10 * DAY, NOW + 20 * DAY],
  [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER],
])('nothing has happened from %d to %d', async (start, end) => {
  for (const granularity of ['HALF_HOUR', 'DAY', 'MONTH']) {
    const { status, body } = await fields(`analytics.start(${start}).end(${end}).granularity(${granularity})`)
    expect(status).toBe(200)
    expect(body.analytics.data_points).toEqual([])
  }
})

describe('what is refused', () => {
  const combination = {
    message: '(#100) Invalid parameter',
    code: 100,
    error_subcode: 2388077,
    error_user_title: 'Insight Invalid Product Type Combination',
    error_user_msg: 'Unable to query this combination of product types. Please query individually and try again.',
  }
  test.each(['[0,100]', '[100,103]', '[2,103]'])('product types %s together', async kinds => {
    const { status, body } = await fields(`analytics${hour}.granularity(DAY).product_types(${kinds})`)
    expect(status).toBe(400)
    expect(body.error).toMatchObject(combination)
  })

  test.each([
    ['analytics', '(#100) The parameter start is required.'],
    ['analytics.start(1)', '(#100) The parameter end is required.'],
    [`analytics${hour}`, '(#100) The parameter granularity is required.'],
    [
      `analytics${hour}.granularity(DAILY)`,
      '(#100) Param granularity must be one of {DAY, HALF_HOUR, MONTH} - got "DAILY".',
    ],
    [
      `pricing_analytics${hour}.granularity(DAY)`,
      '(#100) Param granularity must be one of {DAILY, HALF_HOUR, MONTHLY} - got "DAY".',
    ],
    [
      `pricing_analytics${hour}.granularity(DAILY).dimensions(DAY)`,
      '(#100) Param dimensions[0] must be one of {COUNTRY, PHONE, PRICING_CATEGORY, PRICING_TYPE, TIER} - got "DAY".',
    ],
    ['call_analytics.start(x)', '(#100) Param start must be a number.'],
  ])('%s: %s', async (asked, message) => {
    const { status, body } = await fields(asked)
    expect(status).toBe(400)
    expect(body.error.message).toBe(message)
  })

  test.each([
    [`analytics${hour}.granularity(DAY).product_types(7)`, 'product_types has no type 7.'],
    [`analytics.start(${NOW}).end(${NOW}).granularity(DAY)`, 'end must be later than start.'],
    [`call_analytics.start(${NOW}).end(${NOW - 1}).granularity(DAILY)`, 'end must be later than start.'],
  ])('%s: %s', async (asked, details) => {
    const { status, body } = await fields(asked)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 100, error_data: { details } })
  })

  test.each([
    ['analytics', 'DAY', 366],
    ['conversation_analytics', 'DAILY', 366],
    ['pricing_analytics', 'MONTHLY', 366],
    ['call_analytics', 'HALF_HOUR', 366],
  ])('%s by %s goes back %i days, and not a second more', async (field, granularity, days) => {
    const now = Math.floor((await w.control('GET', 'clock')).body.now / 1000)
    const from = (start: number) => fields(`${field}.start(${start}).end(${now}).granularity(${granularity})`)
    expect((await from(now - days * DAY + 1)).status).toBe(200)
    const { status, body } = await from(now - days * DAY - 1)
    expect(status).toBe(400)
    expect(body.error.error_data.details).toBe('start lies too far back: data is kept for 365 days.')
  })

  test('a token that may only send reads no analytics', async () => {
    const { body: token } = await w.control('POST', 'tokens', { scopes: ['whatsapp_business_messaging'] })
    const headers = { authorization: `Bearer ${token.access_token}` }
    expect((await fields('name', headers)).status).toBe(200)
    expect((await fields(`analytics${hour}.granularity(DAY)`, headers)).status).toBe(403)
    const edge = `${WABA}/pricing_analytics?start=${NOW}&end=${NOW + 1}&granularity=DAILY`
    expect((await w.graph('GET', edge, undefined, headers)).status).toBe(403)
  })
})

test('prices are told with the dimensions that are asked for, and a tier only with its market and category', async () => {
  const points = async (more: string) =>
    (await fields(`pricing_analytics${hour}.granularity(DAILY)${more}`)).body.pricing_analytics.data[0].data_points
  const day = { start: MIDNIGHT, end: MIDNIGHT + DAY }
  expect(await points('')).toEqual([{ ...day, volume: 2, cost: 0.0068 }])
  expect(await points('.metric_types(VOLUME)')).toEqual([{ ...day, volume: 2 }])
  expect(await points('.dimensions(TIER,COUNTRY)')).toEqual([{ ...day, country: 'US', volume: 2, cost: 0.0068 }])
  expect(await points('.dimensions(["TIER","COUNTRY","PRICING_CATEGORY"]).pricing_categories(UTILITY)')).toEqual([
    { ...day, country: 'US', tier: '0:MAX', pricing_category: 'UTILITY', volume: 1, cost: 0.0034 },
  ])
  expect(await points('.pricing_types(FREE_ENTRY_POINT)')).toEqual([])
  expect(await points('.tiers(["0:MAX"])')).toEqual([{ ...day, volume: 2, cost: 0.0068 }])
  expect(await points('.tiers(["0:1"])')).toEqual([])
})

test('the edges answer like the fields', async () => {
  const query = `start=${NOW - 60}&end=${NOW + 60}&granularity=DAILY`
  for (const edge of ['pricing_analytics', 'conversation_analytics', 'call_analytics']) {
    const field = `${edge}.start(${NOW - 60}).end(${NOW + 60}).granularity(DAILY)`
    expect((await w.graph('GET', `${WABA}/${edge}?${query}`)).body).toEqual((await fields(field)).body[edge])
  }
})

test('there are no calls to tell of', async () => {
  const { body } = await fields(`call_analytics${hour}.granularity(DAILY).directions(USER_INITIATED)`)
  expect(body.call_analytics).toEqual({ data: [{ data_points: [] }] })
})

test('conversations are told by direction, type and category', async () => {
  const more = '.granularity(DAILY).dimensions(CONVERSATION_DIRECTION,CONVERSATION_TYPE,CONVERSATION_CATEGORY,PHONE)'
  const { body } = await fields(`conversation_analytics${hour}${more}.conversation_categories(SERVICE)`)
  expect(body.conversation_analytics.data[0].data_points).toEqual([
    {
      start: MIDNIGHT,
      end: MIDNIGHT + DAY,
      conversation: 1,
      phone_number: '15550783881',
      conversation_type: 'REGULAR',
      conversation_direction: 'USER_INITIATED',
      conversation_category: 'SERVICE',
      cost: 0.0034,
    },
  ])
})

describe('template analytics', () => {
  const insights = (more: string) => w.graph('GET', `${WABA}/template_analytics?granularity=daily&${more}`)
  const code = async (more: string) => (await insights(more)).body.error?.code

  test('are switched on once and for all', async () => {
    expect(await code(`start=${NOW}&end=${NOW}&template_ids=${template}`)).toBe(200007)
    const off = await w.graph('POST', `${WABA}?is_enabled_for_insights=false`)
    expect(off.status).toBe(200)
    expect((await w.graph('POST', `${WABA}?is_enabled_for_insights=true`)).status).toBe(200)
    expect((await fields('is_enabled_for_insights')).body.is_enabled_for_insights).toBe(true)
    const { status, body } = await w.graph('POST', `${WABA}?is_enabled_for_insights=false`)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 200006, message: '(#200006) Cannot disable template insights' })
  })

  test('tell what a template did, in days of UTC', async () => {
    const start = Date.UTC(2026, 10, 24) / 1000
    const { body } = await insights(
      `start=${NOW}&end=${NOW}&template_ids=[${template}]&metric_types=cost,delivered,read,sent`,
    )
    expect(body).toEqual({
      data: [
        {
          granularity: 'DAILY',
          product_type: 'cloud_api',
          data_points: [
            {
              template_id: template,
              start,
              end: start + DAY,
              sent: 1,
              delivered: 1,
              read: 0,
              cost: [
                { type: 'amount_spent', value: 0.0034 },
                { type: 'cost_per_delivered', value: 0.0034 },
              ],
            },
          ],
        },
      ],
      paging: { cursors: { before: expect.any(String), after: expect.any(String) } },
    })
  })

  test('tell it in days of the account, for written days', async () => {
    const days = 'use_waba_timezone=true&start=2026-11-24&end=2026-11-24'
    const { body } = await insights(`${days}&template_ids=${template}&metric_types=sent`)
    expect(body.data[0]).toEqual({
      granularity: 'DAILY',
      waba_timezone: 'America/Los_Angeles',
      product_type: 'cloud_api',
      data_points: [{ template_id: template, start: MIDNIGHT, end: MIDNIGHT + DAY, sent: 1 }],
    })
  })

  test.each([
    ['start=2026-11-24&end=2026-11-24', undefined],
    ['start=2026-11-24&end=2026-11-23', 100],
    ['start=2026-02-30&end=2026-11-23', 100],
    ['start=2026-13-01&end=2026-11-23', 100],
    ['start=soon&end=2026-11-24', 100],
    ['start=0&end=999999999999', 100],
    ['start=999999999999&end=999999999999', undefined],
    ['start=9999999999999&end=9999999999999', 100],
    [`start=${NOW}&end=${NOW}&use_waba_timezone=true`, 100],
    // Ninety days, and the day that zones may be apart.
    ['start=2026-08-26&end=2026-11-24', undefined],
    ['start=2026-08-24&end=2026-11-24', 100],
    ['start=2026-11-24&end=2026-11-24&product_type=SMS', 100],
    ['start=2026-11-24&end=2026-11-24&metric_types=LOVED', 100],
  ])('for %s the code is %s', async (asked, expected) => {
    expect(await code(`${asked}&template_ids=${template}`)).toBe(expected)
  })

  test.each([
    [0, 100],
    [1, undefined],
    [10, undefined],
    [11, 100],
  ])('%i templates at once: code %s', async (count, expected) => {
    const ids = Array.from({ length: count }, (_, i) => String(900000000000000 + i))
    expect(await code(`start=2026-11-24&end=2026-11-24&template_ids=${JSON.stringify(ids)}`)).toBe(expected)
  })

  test('say nothing of templates of others, and nothing of the other API', async () => {
    const days = 'start=2026-11-24&end=2026-11-24'
    expect((await insights(`${days}&template_ids=1,2`)).body.data[0].data_points).toEqual([])
    const lite = await insights(`${days}&template_ids=${template}&product_type=MARKETING_MESSAGES_API_FOR_WHATSAPP`)
    expect(lite.body.data[0]).toEqual({
      granularity: 'DAILY',
      product_type: 'MARKETING_MESSAGES_LITE_API',
      data_points: [],
    })
  })

  test('are a field as well', async () => {
    const { status, body } = await fields(
      `template_analytics.start(2026-11-24).end(2026-11-24).granularity(DAILY).template_ids([${template}])`,
    )
    expect(status).toBe(200)
    expect(body.template_analytics.data[0].data_points).toHaveLength(1)
  })
})

test('reads and clicks count for seven days after sending', async () => {
  const v = await world()
  const components = [
    { type: 'BODY', text: 'Our autumn collection is here.' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'More' },
        { type: 'URL', text: 'Shop', url: 'https://www.luckyshrub.com/' },
      ],
    },
  ]
  const made = { name: 'autumn', language: 'en_US', category: 'MARKETING', components }
  const { id } = (await v.graph('POST', `${WABA}/message_templates`, made)).body
  await v.advance('2s')
  await v.graph('POST', `${WABA}?is_enabled_for_insights=true`)
  await v.sends({ type: 'template', template: { name: 'autumn', language: { code: 'en_US' } } })
  const customer = `customers/${v.landline.customer}`
  const tap = (button: string) => v.control('POST', `${customer}/tap`, { button })
  await v.advance('1s')
  for (const button of ['More', 'Shop', 'Shop']) expect((await tap(button)).status).toBe(200)
  await v.advance('167h59m58s')
  await tap('Shop')
  await v.advance('1s')
  await tap('Shop')
  await v.control('POST', `${customer}/read`, {})
  const query = `start=2026-11-24&end=2026-12-02&granularity=DAILY&template_ids=${id}&metric_types=clicked,read,cost`
  const { body } = await v.graph('GET', `${WABA}/template_analytics?${query}`)
  const [first, last, ...others] = body.data[0].data_points
  expect(others).toEqual([])
  expect(first).toMatchObject({
    read: 0,
    clicked: [
      { type: 'quick_reply_button', button_content: 'More', count: 1 },
      { type: 'url_button', button_content: 'Shop', count: 2 },
      { type: 'unique_url_button', button_content: 'Shop', count: 1 },
    ],
    cost: [
      { type: 'amount_spent', value: 0.025 },
      { type: 'cost_per_delivered', value: 0.025 },
      { type: 'cost_per_url_button_click', value: 0.0125 },
    ],
  })
  expect(last).toMatchObject({ read: 0, clicked: [{ count: 0 }, { count: 1 }, { count: 1 }] })
  await v.landline.close()
})

test('there are no template analytics for businesses in the European Union and Japan', async () => {
  for (const [country, phone] of [
    ['DE', '+1 555-078-3881'],
    ['US', '+81 90-1234-5678'],
  ]) {
    const account = { country, name: 'Lucky Shrub', phone_numbers: [{ phone: phone!, verified_name: 'Lucky Shrub' }] }
    const v = await world({
      seed: {
        business: { name: 'Lucky Shrub' },
        app: { name: 'Bot' },
        accounts: [account as { name: string }],
        customers: [],
      },
    })
    const { status, body } = await v.graph('POST', `${v.landline.waba_id}?is_enabled_for_insights=true`)
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 200005, message: '(#200005) Template insights unavailable' })
    await v.landline.close()
  }
})
