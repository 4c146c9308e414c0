import { beforeAll, expect, test } from 'vitest'
import { luckyShrub } from '../seeds.ts'
import { fileWorld } from '../shared-world.ts'

/* With every rule about the message alone off, what binding meets is anything. It is sent or refused, no more. */

const w = await fileWorld({
  seed: luckyShrub({
    account: { direct_send: { utility: true } },
    number: { throughput: 'HIGH', messages_per_second: 100_000 },
    templates: [
      {
        name: 'offer',
        components: [
          { type: 'HEADER', format: 'IMAGE' },
          { type: 'BODY', text: 'Hi {{1}}, a plant for {{2}} is here.' },
          {
            type: 'BUTTONS',
            buttons: [
              { type: 'URL', text: 'Go', url: 'https://x.example/{{1}}' },
              { type: 'COPY_CODE', example: 'A' },
            ],
          },
        ],
      },
      {
        name: 'place',
        components: [
          { type: 'HEADER', format: 'LOCATION' },
          { type: 'BODY', text: 'We are here, {{1}}, now.' },
        ],
      },
    ],
  }),
})
beforeAll(async () => {
  const { data } = (await w.control('GET', 'rules')).body
  for (const { name, stage } of data) {
    if (stage !== 'draft' && name !== 'within-pair-rate') continue
    expect((await w.control('POST', 'rules', { rule: name, mode: 'off' })).status).toBe(200)
  }
})

const TYPES = ['action', 'coupon_code', 'currency', 'date_time', 'document', 'image', 'limited_time_offer', 'location']
const MORE_TYPES = ['order_status', 'payload', 'product', 'tap_target_configuration', 'text', 'ttl_minutes', 'video']
const VALUES: unknown[] = [undefined, null, '', {}, [], 1, 'x']
const text = { type: 'text', text: 'x' }
const image = { type: 'image', image: { link: 'http://127.0.0.1:9/a.png' } }

/** A template with one kind of parameter wherever there can be one. */
function components(template: string, parameter: object, place: string): object[] {
  const at = (where: string, usual: object) => (where === place ? parameter : usual)
  const values = Array.from({ length: template === 'offer' ? 2 : 1 }, () => at('body', text))
  return [
    { type: 'header', parameters: [at('header', template === 'place' ? { type: 'location', location: {} } : image)] },
    { type: 'body', parameters: values },
    { type: 'button', sub_type: 'url', index: 0, parameters: [at('button', text)] },
    {
      type: 'button',
      sub_type: 'copy_code',
      index: 1,
      parameters: [at('button', { type: 'coupon_code', coupon_code: 'A' })],
    },
    ...(place === 'nameless button' ? [{ type: 'button', parameters: [parameter] }] : []),
    ...(place === 'card'
      ? [{ type: 'carousel', cards: [{ components: [{ type: 'body', parameters: [parameter] }] }] }]
      : []),
  ]
}

test.each(['offer', 'place', ''])('a template "%s" with any parameters', async name => {
  const statuses = new Set<number>()
  for (const type of [...TYPES, ...MORE_TYPES]) {
    for (const value of VALUES) {
      for (const place of ['header', 'body', 'button', 'nameless button', 'card']) {
        const parameter = { type, ...(value === undefined ? {} : { [type]: value }) }
        const template = { name, language: { code: 'en_US' }, components: components(name, parameter, place) }
        statuses.add((await w.sends({ type: 'template', template })).status)
      }
    }
    await w.advance('1m')
  }
  expect([...statuses].filter(status => status !== 200 && status !== 400 && status !== 404)).toEqual([])
})

test('messages of Direct Send of any kind and name', async () => {
  const contents = [
    image,
    { type: 'location', location: { latitude: 1, longitude: 1 } },
    { type: 'contacts', contacts: [] },
    { type: 'reaction', reaction: { message_id: 'x', emoji: '' } },
    { type: 'text', text: { body: '' } },
    { type: 'interactive', interactive: { type: 'list', body: { text: 'x' }, action: { button: 'b', sections: [] } } },
    { type: 'interactive', interactive: { type: 'button', body: { text: '' }, action: { buttons: [] } } },
  ]
  for (const content of contents) {
    for (const template_name of ['', 'A B', 'order']) {
      const { status } = await w.sends({ ...content, category: 'utility', direct_send_config: { template_name } })
      expect([200, 400, 404]).toContain(status)
    }
  }
  await w.advance('1m')
  expect((await w.control('GET', `customers/${w.landline.customer}/inbox?limit=1000`)).status).toBe(200)
  expect((await w.graph('GET', `${w.landline.waba_id}/message_templates?limit=100`)).status).toBe(200)
})
