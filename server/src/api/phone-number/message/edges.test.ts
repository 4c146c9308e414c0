import { describe, expect, test } from 'vitest'
import { InvalidParameter, ParameterRequired, TooLong, ValueNotValid } from '../../../domain/catalogue.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { judge } from './judge.test-util.ts'

/*
 * Every limit that the pages on messages give in figures: what is at the limit, and one below, is taken, and what is one
 * beyond is refused with these words. What else is wrong with messages is in the tables beside this one.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */

type Body = Record<string, unknown>
interface Limit {
  /** What is limited, as the pages call it. */
  of: string
  make: (n: number) => Body
  max?: number
  above?: Refusal
  min?: number
  below?: Refusal
}

const NOW = Date.UTC(2026, 0, 1)
const to = { messaging_product: 'whatsapp', to: '+16505551234' }
const x = (length: number) => 'x'.repeat(length)
const many = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))
const lengths = (label: string, min: number, max: number) =>
  ValueNotValid(`${label} length invalid. Min length: ${min}, Max length: ${max}`)
const values = (label: string, min: number, max: number) =>
  ValueNotValid(`${label} invalid. Min value: ${min}, Max value: ${max}`)
const counts = (plural: string, min: number, max: number) =>
  ValueNotValid(`Invalid ${plural} count. Min allowed ${plural}: ${min}, Max allowed ${plural}: ${max}`)

const interactive = (content: Body): Body => ({ ...to, type: 'interactive', interactive: content })
const kind = (type: string, action: Body, rest: Body = {}) =>
  interactive({ type, body: { text: 'Body' }, action, ...rest })
const media = (type: string, content: Body) => ({ ...to, type, [type]: { id: '1', ...content } })
const template = (content: Body) => ({
  ...to,
  type: 'template',
  template: { name: 'a', language: { code: 'en_US' }, ...content },
})

const text: Limit[] = [
  {
    of: 'text.body',
    make: n => ({ ...to, text: { body: x(n) } }),
    max: 4096,
    above: TooLong("text['body']", 4096),
    min: 1,
    below: ParameterRequired("text['body']"),
  },
  {
    of: 'biz_opaque_callback_data',
    make: n => ({ ...to, text: { body: 'x' }, biz_opaque_callback_data: x(n) }),
    max: 512,
    above: TooLong('biz_opaque_callback_data', 512),
  },
  ...['image', 'video', 'document'].map(type => ({
    of: `${type}.caption`,
    make: (n: number) => media(type, { caption: x(n) }),
    max: 1024,
    above: TooLong(`${type}['caption']`, 1024),
  })),
  {
    of: 'latitude',
    make: n => ({ ...to, type: 'location', location: { latitude: n, longitude: 0 } }),
    max: 90,
    above: values('Latitude', -90, 90),
    min: -90,
    below: values('Latitude', -90, 90),
  },
  {
    of: 'longitude',
    make: n => ({ ...to, type: 'location', location: { latitude: 0, longitude: n } }),
    max: 180,
    above: values('Longitude', -180, 180),
    min: -180,
    below: values('Longitude', -180, 180),
  },
  {
    of: 'contacts',
    make: n => ({
      ...to,
      type: 'contacts',
      contacts: many(n, () => ({ name: { formatted_name: 'A', first_name: 'A' } })),
    }),
    max: 257,
    above: counts('contacts', 1, 257),
    min: 1,
    below: ParameterRequired('contacts'),
  },
  {
    of: 'pin.expiration_days',
    make: n => ({
      messaging_product: 'whatsapp',
      recipient_type: 'group',
      to: 'Y2FwaV9ncm91cDo',
      type: 'pin',
      pin: { type: 'pin', message_id: 'wamid.A', expiration_days: n },
    }),
    max: 30,
    above: values('expiration_days', 1, 30),
    min: 1,
    below: values('expiration_days', 1, 30),
  },
  { of: 'template.name', make: n => template({ name: x(n) }), max: 512, above: TooLong("template['name']", 512) },
]

const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
const row = (i: number | string, more: Body = {}) => ({ id: `${i}`, title: `Row ${i}`, ...more })
const list = (...sections: Body[]) => kind('list', { button: 'Options', sections })
const cta = (display_text: string) => ({
  name: 'cta_url',
  parameters: { display_text, url: 'https://a.example' },
})
const items = (length: number) => many(length, i => ({ product_retailer_id: `p${i}` }))
const shelves = (...sections: Body[]) =>
  kind('product_list', { catalog_id: '1', sections }, { header: { type: 'text', text: 'Shop' } })
const image = { header: { type: 'image', image: { link: 'https://a.example/i.png' } } }
const card = (card_index: number, more: Body = {}) => ({
  card_index,
  type: 'cta_url',
  ...image,
  action: cta('Buy'),
  ...more,
})
const cards = (more: Body) => kind('carousel', { cards: [card(0, more), card(1, more)] })
const quick = (id: string, title: string) => ({
  action: { buttons: [{ type: 'quick_reply', quick_reply: { id, title } }] },
})
const call = (parameters: Body) => kind('voice_call', { name: 'voice_call', parameters })
const amount = (value: number) => ({ value, offset: 100 })
const bread = { name: 'Bread', retailer_id: '1', amount: amount(1000), quantity: 1 }
const pay = (parameters: Body, order: Body = {}) =>
  kind('order_details', {
    name: 'review_and_pay',
    parameters: {
      reference_id: 'a',
      type: 'digital-goods',
      currency: 'BRL',
      total_amount: amount(1100),
      order: { status: 'pending', items: [bread], subtotal: amount(1000), tax: amount(100), ...order },
      ...parameters,
    },
  })

/** Kinds with a body of up to 1024 characters, each as it is all right. */
const BODIES: [string, Body, Body?][] = [
  ['button', { buttons: [reply('1', 'Yes')] }],
  ['cta_url', cta('Open')],
  ['product', { catalog_id: '1', product_retailer_id: 'a' }],
  [
    'product_list',
    { catalog_id: '1', sections: [{ product_items: items(1) }] },
    { header: { type: 'text', text: 'Shop' } },
  ],
  ['catalog_message', { name: 'catalog_message' }],
  ['flow', { name: 'flow', parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Book' } }],
  ['location_request_message', { name: 'send_location' }],
  ['address_message', { name: 'address_message', parameters: { country: 'IN' } }],
  ['voice_call', { name: 'voice_call' }],
  ['carousel', { cards: [card(0), card(1)] }],
  ['request_contact_info', { name: 'request_contact_info' }],
]
const FOOTERS = ['button', 'cta_url', 'product', 'product_list', 'catalog_message', 'flow', 'address_message']

const interactives: Limit[] = [
  ...BODIES.map(([type, action, rest]) => ({
    of: `body of ${type}`,
    make: (n: number) => kind(type, action, { ...rest, body: { text: x(n) } }),
    max: 1024,
    above: lengths('Body text', 1, 1024),
    min: 1,
  })),
  ...BODIES.filter(([type]) => FOOTERS.includes(type)).map(([type, action, rest]) => ({
    of: `footer of ${type}`,
    make: (n: number) => kind(type, action, { ...rest, footer: { text: x(n) } }),
    max: 60,
    above: lengths('Footer text', 0, 60),
  })),
  {
    of: 'body of list',
    make: n =>
      interactive({ type: 'list', body: { text: x(n) }, action: { button: 'O', sections: [{ rows: [row(1)] }] } }),
    max: 4096,
    above: lengths('Body text', 1, 4096),
  },
  {
    of: 'text of header',
    make: n => kind('button', { buttons: [reply('1', 'Yes')] }, { header: { type: 'text', text: x(n) } }),
    max: 60,
    above: lengths('Header text', 1, 60),
  },
  {
    of: 'buttons',
    make: n => kind('button', { buttons: many(n, i => reply(`${i}`, `Choice ${i}`)) }),
    max: 3,
    above: counts('buttons', 1, 3),
    min: 1,
    below: counts('buttons', 1, 3),
  },
  {
    of: 'title of button',
    make: n => kind('button', { buttons: [reply('1', x(n))] }),
    max: 20,
    above: lengths('Button title', 1, 20),
  },
  {
    of: 'id of button',
    make: n => kind('button', { buttons: [reply(x(n), 'A')] }),
    max: 256,
    above: lengths('Button id', 1, 256),
  },
  {
    of: 'button of list',
    make: n => kind('list', { button: x(n), sections: [{ rows: [row(1)] }] }),
    max: 20,
    above: lengths('Button text', 1, 20),
  },
  {
    of: 'sections of list',
    make: n => list(...many(n, i => ({ title: `S${i}`, rows: [row(i)] }))),
    max: 10,
    above: counts('sections', 1, 10),
    min: 1,
    below: counts('sections', 1, 10),
  },
  {
    of: 'rows of list',
    make: n => list({ rows: many(n, i => row(i)) }),
    max: 10,
    above: ValueNotValid('Total row count exceed max allowed count: 10'),
    min: 1,
    below: counts('rows', 1, 10),
  },
  {
    of: 'title of section',
    make: n => list({ title: x(n), rows: [row(1)] }),
    max: 24,
    above: ValueNotValid('Section title is too long. Max length is 24'),
  },
  {
    of: 'title of row',
    make: n => list({ rows: [row(1, { title: x(n) })] }),
    max: 24,
    above: ValueNotValid('Row title is too long. Max length is 24'),
  },
  {
    of: 'id of row',
    make: n => list({ rows: [row(x(n), { title: 'A' })] }),
    max: 200,
    above: ValueNotValid('Row id is too long. Max length is 200'),
  },
  {
    of: 'description of row',
    make: n => list({ rows: [row(1, { description: x(n) })] }),
    max: 72,
    above: ValueNotValid('Row description is too long. Max length is 72'),
  },
  {
    of: 'display_text of cta_url',
    make: n => kind('cta_url', cta(x(n))),
    max: 20,
    above: lengths('Display text', 1, 20),
  },
  {
    of: 'sections of product_list',
    make: n => shelves(...many(n, i => ({ title: `S${i}`, product_items: [{ product_retailer_id: `p${i}` }] }))),
    max: 10,
    above: counts('sections', 1, 10),
    min: 1,
    below: counts('sections', 1, 10),
  },
  {
    of: 'title of product section',
    make: n => shelves({ title: x(n), product_items: items(1) }),
    max: 24,
    above: ValueNotValid('Section title is too long. Max length is 24'),
  },
  {
    of: 'products of product_list',
    make: n => shelves({ product_items: items(n) }),
    max: 30,
    above: ValueNotValid('Total product count exceed max allowed count: 30'),
    min: 1,
    below: counts('products', 1, 30),
  },
  {
    of: 'flow_cta',
    make: n => kind('flow', { name: 'flow', parameters: { flow_message_version: '3', flow_id: '1', flow_cta: x(n) } }),
    max: 30,
    above: lengths('Flow CTA', 1, 30),
  },
  {
    of: 'in_pin_code',
    make: n =>
      kind('address_message', {
        name: 'address_message',
        parameters: { country: 'IN', values: { in_pin_code: x(n) } },
      }),
    max: 6,
    above: lengths('in_pin_code', 0, 6),
  },
  {
    of: 'display_text of voice_call',
    make: n => call({ display_text: x(n) }),
    max: 20,
    above: lengths('Display text', 1, 20),
  },
  {
    of: 'ttl_minutes',
    make: n => call({ ttl_minutes: n }),
    max: 43_200,
    above: values('ttl_minutes', 1, 43_200),
    min: 1,
    below: values('ttl_minutes', 1, 43_200),
  },
  { of: 'payload of voice_call', make: n => call({ payload: x(n) }), max: 512, above: lengths('Payload', 0, 512) },
  {
    of: 'cards',
    make: n => kind('carousel', { cards: many(n, i => card(i)) }),
    max: 10,
    above: counts('cards', 2, 10),
    min: 2,
    below: counts('cards', 2, 10),
  },
  {
    of: 'card_index',
    make: n => kind('carousel', { cards: [card(5), card(n)] }),
    max: 9,
    above: values('card_index', 0, 9),
    min: 0,
    below: values('card_index', 0, 9),
  },
  {
    of: 'body of card',
    make: n => cards({ body: { text: x(n) } }),
    max: 160,
    above: lengths('Card body text', 0, 160),
  },
  {
    of: 'line breaks of card',
    make: n => cards({ body: { text: many(n + 1, () => 'a').join('\n') } }),
    max: 2,
    above: ValueNotValid('Card body text has too many line breaks. Max allowed line breaks: 2'),
  },
  { of: 'title of quick reply', make: n => cards(quick('a', x(n))), max: 20, above: lengths('Button title', 1, 20) },
  { of: 'id of quick reply', make: n => cards(quick(x(n), 'A')), max: 256, above: lengths('Button id', 1, 256) },
  {
    of: 'reference_id in Brazil',
    make: n => pay({ reference_id: x(n) }),
    max: 60,
    above: lengths('reference_id', 1, 60),
  },
  {
    of: 'reference_id in India',
    make: n => pay({ currency: 'INR', reference_id: x(n) }),
    max: 35,
    above: lengths('reference_id', 1, 35),
  },
  {
    of: 'name of item',
    make: n => pay({}, { items: [{ ...bread, name: x(n) }] }),
    max: 60,
    above: lengths('Item name', 1, 60),
  },
  {
    of: 'items with an image',
    make: n =>
      pay(
        { total_amount: amount(n * 1000 + 100) },
        {
          items: many(n, i => ({ ...bread, retailer_id: `${i}`, image: { link: 'https://a.example/i.png' } })),
          subtotal: amount(n * 1000),
        },
      ),
    max: 10,
    above: counts('item images', 0, 10),
  },
  {
    of: 'description of tax',
    make: n => pay({}, { tax: { ...amount(100), description: x(n) } }),
    max: 60,
    above: lengths('Tax description', 0, 60),
  },
  {
    of: 'description of shipping',
    make: n => pay({ total_amount: amount(1150) }, { shipping: { ...amount(50), description: x(n) } }),
    max: 60,
    above: lengths('Shipping description', 0, 60),
  },
  {
    of: 'discount_program_name',
    make: n => pay({ total_amount: amount(1050) }, { discount: { ...amount(50), discount_program_name: x(n) } }),
    max: 60,
    above: lengths('Discount program name', 0, 60),
  },
  {
    of: 'description of expiration',
    make: n => pay({}, { expiration: { timestamp: String(NOW / 1000 + 300), description: x(n) } }),
    max: 120,
    above: lengths('Expiration description', 0, 120),
  },
  {
    of: 'seconds to expiration',
    make: n => pay({}, { expiration: { timestamp: String(NOW / 1000 + n), description: 'x' } }),
    min: 300,
    below: ValueNotValid('Order expiration must be at least 300 seconds in the future'),
  },
  {
    of: 'description of order status',
    make: n =>
      kind('order_status', {
        name: 'review_order',
        parameters: { reference_id: 'a', order: { status: 'shipped', description: x(n) } },
      }),
    max: 120,
    above: lengths('Order description', 0, 120),
  },
]

/** What fills a template; how many values it needs is a matter of the template. */
const templates: Limit[] = [
  {
    of: 'text of a parameter',
    make: n => template({ components: [{ type: 'body', parameters: [{ type: 'text', text: x(n) }] }] }),
    min: 1,
    below: InvalidParameter("Parameter 'text' is mandatory for component parameter type 'text'"),
  },
]

describe.each([...text, ...interactives, ...templates])('$of', ({ make, max, above, min, below }) => {
  const said = (n: number) => judge(make(n), NOW)
  if (max !== undefined) {
    test(`${max - 1} and ${max} are taken`, () => {
      expect(said(Math.max(max - 1, min ?? 0))).toBeUndefined()
      expect(said(max)).toBeUndefined()
    })
    if (above) test(`${max + 1} is refused`, () => expect(said(max + 1)).toEqual(above))
  }
  if (min !== undefined) {
    test(`${min} and ${min + 1} are taken`, () => {
      expect(said(min)).toBeUndefined()
      expect(said(min + 1)).toBeUndefined()
    })
    if (below) test(`${min - 1} is refused`, () => expect(said(min - 1)).toEqual(below))
  }
})
