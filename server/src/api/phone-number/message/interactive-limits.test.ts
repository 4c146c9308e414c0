import { describe, expect, test } from 'vitest'
import { NotAUri, ParameterRequired, ValueNotValid } from '../../../domain/catalogue.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { judge } from './judge.test-util.ts'

type Body = Record<string, unknown>
type Row = [title: string, interactive: Body, refusal: Refusal | undefined]

const NOW = Date.UTC(2026, 0, 1)
const x = (length: number) => 'x'.repeat(length)
const many = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))
const lengths = (label: string, min: number, max: number) =>
  ValueNotValid(`${label} length invalid. Min length: ${min}, Max length: ${max}`)
const count = (plural: string, min: number, max: number) =>
  ValueNotValid(`Invalid ${plural} count. Min allowed ${plural}: ${min}, Max allowed ${plural}: ${max}`)
const notAllowed = (part: string, plural: string) =>
  ValueNotValid(`The parameter interactive['${part}'] is not allows for ${plural} messages.`)

function table(name: string, rows: Row[]) {
  describe(name, () => {
    test.each(rows)('%s', (_, interactive, refusal) => {
      const body = { messaging_product: 'whatsapp', to: '+16505551234', type: 'interactive', interactive }
      expect(judge(body, NOW)).toEqual(refusal)
    })
  })
}

/** A message of one kind that is all right, with some of it replaced. */
const kind =
  (type: string, action: Body, rest: Body = {}) =>
  (changes: Body = {}) => ({ type, body: { text: 'Body' }, action, ...rest, ...changes })
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
const header = (type: string, value: unknown) => ({ header: { type, [type]: value } })

const button = kind('button', { buttons: [reply('1', 'Yes')] })
const buttons = (...list: Body[]) => button({ action: { buttons: list } })

table('an interactive message', [
  [
    'has a documented type',
    { type: 'poll', body: { text: 'x' } },
    ValueNotValid(
      'interactive message type, poll, is not supported. Supported types [address_message, button, ' +
        'call_permission_request, carousel, catalog_message, cta_url, flow, list, location_request_message, ' +
        'order_details, order_status, product, product_list, request_contact_info, voice_call]',
    ),
  ],
  ['needs a type', { body: { text: 'x' } }, ParameterRequired("interactive['type']")],
  ['needs an action', { type: 'button', body: { text: 'x' } }, ParameterRequired("interactive['action']")],
  ['may have a body of 1024 characters', button({ body: { text: x(1024) } }), undefined],
  ['may not have one of 1025', button({ body: { text: x(1025) } }), lengths('Body text', 1, 1024)],
  ['needs a body', button({ body: undefined }), ParameterRequired("interactive['body']['text']")],
  [
    'needs a body that says something',
    button({ body: { text: '' } }),
    ParameterRequired("interactive['body']['text']"),
  ],
  ['may have a footer of 60 characters', button({ footer: { text: x(60) } }), undefined],
  ['may not have one of 61', button({ footer: { text: x(61) } }), lengths('Footer text', 0, 60)],
  ['may have a header of 60 characters', button(header('text', x(60))), undefined],
  ['may not have one of 61', button(header('text', x(61))), lengths('Header text', 1, 60)],
  [
    'needs the text of a text header',
    button({ header: { type: 'text' } }),
    ParameterRequired("interactive['header']['text']"),
  ],
  [
    'needs the image of an image header',
    button({ header: { type: 'image' } }),
    ParameterRequired("interactive['header']['image']"),
  ],
  ['may have a header with an image', button(header('image', { id: '1' })), undefined],
  [
    'needs links that are some',
    button(header('video', { link: 'x' })),
    NotAUri("interactive['header']['video']['link']"),
  ],
])

table('reply buttons', [
  ['may be three', buttons(...many(3, i => reply(`${i}`, `Choice ${i}`))), undefined],
  ['may not be four', buttons(...many(4, i => reply(`${i}`, `Choice ${i}`))), count('buttons', 1, 3)],
  ['may not be none', buttons(), count('buttons', 1, 3)],
  ['may have a title of 20 characters', buttons(reply('1', x(20))), undefined],
  ['may not have one of 21', buttons(reply('1', x(21))), lengths('Button title', 1, 20)],
  ['need a title', buttons(reply('1', '')), ParameterRequired("interactive['action']['buttons'][0]['reply']['title']")],
  ['may have an id of 256 characters', buttons(reply(x(256), 'A')), undefined],
  ['may not have one of 257', buttons(reply(x(257), 'A')), lengths('Button id', 1, 256)],
  [
    'have ids without blanks around them',
    buttons(reply(' 1', 'A')),
    ValueNotValid('Button id must not have leading or trailing spaces'),
  ],
  ['have different ids', buttons(reply('1', 'A'), reply('1', 'B')), ValueNotValid('Duplicate button id')],
  ['have different titles', buttons(reply('1', 'A'), reply('2', 'A')), ValueNotValid('Duplicate button title')],
])

const row = (i: number | string, more: Body = {}) => ({ id: `${i}`, title: `Row ${i}`, ...more })
const list = kind('list', { button: 'Options', sections: [{ rows: [row(1)] }] })
const sections = (...all: Body[]) => list({ action: { button: 'Options', sections: all } })
const ROW = "interactive['action']['sections'][0]['rows'][0]"
table('a list', [
  ['may have a body of 4096 characters', list({ body: { text: x(4096) } }), undefined],
  ['may not have one of 4097', list({ body: { text: x(4097) } }), lengths('Body text', 1, 4096)],
  [
    'has a header of text only',
    list(header('image', { id: '1' })),
    ValueNotValid('Header type, image, is not supported for list messages. Supported types [text]'),
  ],
  [
    'may have a button of 20 characters',
    list({ action: { button: x(20), sections: [{ rows: [row(1)] }] } }),
    undefined,
  ],
  [
    'may not have one of 21',
    list({ action: { button: x(21), sections: [{ rows: [row(1)] }] } }),
    lengths('Button text', 1, 20),
  ],
  ['may have ten sections', sections(...many(10, i => ({ title: `S${i}`, rows: [row(i)] }))), undefined],
  ['may not have eleven', sections(...many(11, i => ({ title: `S${i}`, rows: [row(i)] }))), count('sections', 1, 10)],
  ['needs a section', sections(), count('sections', 1, 10)],
  ['may have ten rows', sections({ rows: many(10, i => row(i)) }), undefined],
  [
    'may not have eleven over all sections',
    sections({ title: 'A', rows: many(6, i => row(i)) }, { title: 'B', rows: many(5, i => row(i + 6)) }),
    ValueNotValid('Total row count exceed max allowed count: 10'),
  ],
  [
    'needs a row in each section',
    sections({ title: 'A', rows: [] }, { title: 'B', rows: [row(1)] }),
    count('rows', 1, 10),
  ],
  ['may have section titles of 24 characters', sections({ title: x(24), rows: [row(1)] }), undefined],
  [
    'may not have them of 25',
    sections({ title: x(25), rows: [row(1)] }),
    ValueNotValid('Section title is too long. Max length is 24'),
  ],
  [
    'needs section titles when there are several',
    sections({ title: 'A', rows: [row(1)] }, { rows: [row(2)] }),
    ParameterRequired("interactive['action']['sections'][1]['title']"),
  ],
  ['may have row titles of 24 characters', sections({ rows: [row(1, { title: x(24) })] }), undefined],
  [
    'may not have them of 25',
    sections({ rows: [row(1, { title: x(25) })] }),
    ValueNotValid('Row title is too long. Max length is 24'),
  ],
  ['needs row titles', sections({ rows: [row(1, { title: '' })] }), ParameterRequired(`${ROW}['title']`)],
  ['may have row ids of 200 characters', sections({ rows: [row(x(200), { title: 'A' })] }), undefined],
  [
    'may not have them of 201',
    sections({ rows: [row(x(201), { title: 'A' })] }),
    ValueNotValid('Row id is too long. Max length is 200'),
  ],
  ['may have descriptions of 72 characters', sections({ rows: [row(1, { description: x(72) })] }), undefined],
  [
    'may not have them of 73',
    sections({ rows: [row(1, { description: x(73) })] }),
    ValueNotValid('Row description is too long. Max length is 72'),
  ],
  ['has different row ids', sections({ rows: [row(1), row(1)] }), ValueNotValid('Duplicate row id')],
])

const link = (display_text: string, url: string) => ({ name: 'cta_url', parameters: { display_text, url } })
const url = kind('cta_url', link('Open', 'https://a.example'))
table('a link button', [
  ['may have a text of 20 characters', url({ action: link(x(20), 'https://a.example') }), undefined],
  ['may not have one of 21', url({ action: link(x(21), 'https://a.example') }), lengths('Display text', 1, 20)],
  [
    'needs an address',
    url({ action: link('Open', 'a.example') }),
    NotAUri("interactive['action']['parameters']['url']"),
  ],
  [
    'opens web pages only',
    url({ action: link('Open', 'mailto:a@a.example') }),
    NotAUri("interactive['action']['parameters']['url']"),
  ],
])

const product = kind('product', { catalog_id: '1', product_retailer_id: 'a' }, { body: undefined })
table('a product', [
  ['needs no body', product(), undefined],
  ['may have one', product({ body: { text: 'x' }, footer: { text: 'x' } }), undefined],
  ['has no header', product(header('text', 'x')), notAllowed('header', 'product')],
  [
    'needs a catalogue',
    product({ action: { catalog_id: '', product_retailer_id: 'a' } }),
    ParameterRequired("interactive['action']['catalog_id']"),
  ],
])

const items = (length: number, from = 0) => many(length, i => ({ product_retailer_id: `p${from + i}` }))
const products = kind(
  'product_list',
  { catalog_id: '1', sections: [{ product_items: items(1) }] },
  header('text', 'Shop'),
)
const shelves = (...all: Body[]) => products({ action: { catalog_id: '1', sections: all } })
table('a list of products', [
  ['needs a header', products({ header: undefined }), ParameterRequired("interactive['header']")],
  ['may have thirty products', shelves({ product_items: items(30) }), undefined],
  [
    'may not have thirty-one over all sections',
    shelves({ title: 'A', product_items: items(20) }, { title: 'B', product_items: items(11, 20) }),
    ValueNotValid('Total product count exceed max allowed count: 30'),
  ],
  ['may have ten sections', shelves(...many(10, i => ({ title: `S${i}`, product_items: items(1, i) }))), undefined],
  [
    'may not have eleven',
    shelves(...many(11, i => ({ title: `S${i}`, product_items: items(1, i) }))),
    count('sections', 1, 10),
  ],
  [
    'needs titles when there are several sections',
    shelves({ product_items: items(1) }, { title: 'B', product_items: items(1) }),
    ParameterRequired("interactive['action']['sections'][0]['title']"),
  ],
  [
    'may not have titles of 25 characters',
    shelves({ title: x(25), product_items: items(1) }),
    ValueNotValid('Section title is too long. Max length is 24'),
  ],
])

const catalog = kind('catalog_message', { name: 'catalog_message' })
table('a catalogue', [
  ['needs no thumbnail', catalog(), undefined],
  ['has no header', catalog(header('text', 'x')), notAllowed('header', 'catalog')],
])

const flow = (parameters: Body) =>
  kind('flow', {
    name: 'flow',
    parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Book', ...parameters },
  })()
table('a flow', [
  ['is named by id', flow({}), undefined],
  ['is named by name', flow({ flow_id: undefined, flow_name: 'a' }), undefined],
  ['is not named twice', flow({ flow_name: 'a' }), ValueNotValid('flow_id and flow_name cannot be used together')],
  [
    'has to be named',
    flow({ flow_id: undefined }),
    ParameterRequired("interactive['action']['parameters']['flow_id']"),
  ],
  ['has version 3', flow({ flow_message_version: '4' }), ValueNotValid('flow_message_version must be "3"')],
  ['may give its version as a number', flow({ flow_message_version: 3 }), undefined],
  ['may have a button of 30 characters', flow({ flow_cta: x(30) }), undefined],
  ['may not have one of 31', flow({ flow_cta: x(31) }), lengths('Flow CTA', 1, 30)],
  ['may have data for its first screen', flow({ flow_action_payload: { screen: 'A', data: { a: 1 } } }), undefined],
  ['may have them as JSON text', flow({ flow_action_payload: { screen: 'A', data: '{"a":1}' } }), undefined],
  [
    'has no empty data',
    flow({ flow_action_payload: { screen: 'A', data: {} } }),
    ValueNotValid('flow_action_payload data must be dynamic_object'),
  ],
  [
    'has no data when its endpoint supplies them',
    flow({ flow_action: 'data_exchange', flow_action_payload: { screen: 'A' } }),
    ValueNotValid('flow_action_payload cannot be used with flow_action data_exchange'),
  ],
])

const location = kind('location_request_message', { name: 'send_location' })
table('a request for a location', [
  ['has a body only', location(), undefined],
  ['has no footer', location({ footer: { text: 'x' } }), notAllowed('footer', 'location request')],
])

const address = (parameters: Body) =>
  kind('address_message', { name: 'address_message', parameters: { country: 'IN', ...parameters } })()
table('a request for an address', [
  ['needs a country', address({ country: '' }), ParameterRequired("interactive['action']['parameters']['country']")],
  ['may have a PIN code of 6 characters', address({ values: { in_pin_code: '400063' } }), undefined],
  [
    'may not have one of 7',
    address({ saved_addresses: [{ id: '1', value: { in_pin_code: '4000630' } }] }),
    lengths('in_pin_code', 0, 6),
  ],
])

table('a request to call or for contact details', [
  [
    'needs no body to ask for a call',
    { type: 'call_permission_request', action: { name: 'call_permission_request' } },
    undefined,
  ],
  [
    'needs one to ask for details',
    { type: 'request_contact_info', action: { name: 'request_contact_info' } },
    ParameterRequired("interactive['body']['text']"),
  ],
  ['asks for details', kind('request_contact_info', { name: 'request_contact_info' })(), undefined],
])

const call = (parameters?: Body) => kind('voice_call', { name: 'voice_call', ...(parameters ? { parameters } : {}) })()
const callMinutes = ValueNotValid('ttl_minutes invalid. Min value: 1, Max value: 43200')
table('a call button', [
  ['needs nothing more', call(), undefined],
  ['may have a text of 20 characters', call({ display_text: x(20) }), undefined],
  ['may not have one of 21', call({ display_text: x(21) }), lengths('Display text', 1, 20)],
  ['may last a minute', call({ ttl_minutes: 1 }), undefined],
  ['may last a month', call({ ttl_minutes: 43_200 }), undefined],
  ['may not last longer', call({ ttl_minutes: 43_201 }), callMinutes],
  ['has to last', call({ ttl_minutes: 0 }), callMinutes],
  ['may have a payload of 512 characters', call({ payload: x(512) }), undefined],
  ['may not have one of 513', call({ payload: x(513) }), lengths('Payload', 0, 512)],
])

const card = (card_index: number, more: Body = {}) => ({
  card_index,
  type: 'cta_url',
  ...header('image', { link: 'https://a.example/i.png' }),
  action: link('Buy', 'https://a.example'),
  ...more,
})
const offer = (card_index: number, catalog_id = '1') => ({
  card_index,
  type: 'product',
  action: { catalog_id, product_retailer_id: 'a' },
})
const quick = (...titles: string[]) => ({
  action: { buttons: titles.map(title => ({ type: 'quick_reply', quick_reply: { id: title, title } })) },
})
const carousel = (...cards: Body[]) => kind('carousel', { cards })()
const alike = ValueNotValid('All cards of a carousel must have the same components')
const CARD = "interactive['action']['cards'][0]"
table('a carousel', [
  ['may have two cards', carousel(card(0), card(1)), undefined],
  ['may have ten', carousel(...many(10, i => card(i))), undefined],
  ['may not have one', carousel(card(0)), count('cards', 2, 10)],
  ['may not have eleven', carousel(...many(11, i => card(i))), count('cards', 2, 10)],
  ['has different positions', carousel(card(0), card(0)), ValueNotValid('Duplicate card_index')],
  [
    'has positions up to nine',
    carousel(card(0), card(10)),
    ValueNotValid('card_index invalid. Min value: 0, Max value: 9'),
  ],
  [
    'has a header in each card',
    carousel(card(0, { header: undefined }), card(1)),
    ParameterRequired(`${CARD}['header']`),
  ],
  [
    'has media in each header',
    carousel(card(0, header('text', 'x')), card(1)),
    ValueNotValid('Header type, text, is not supported for cards. Supported types [image, video]'),
  ],
  ['may have texts of 160 characters', carousel(card(0, { body: { text: x(160) } }), card(1)), undefined],
  [
    'may not have them of 161',
    carousel(card(0, { body: { text: x(161) } }), card(1)),
    lengths('Card body text', 0, 160),
  ],
  ['may have two line breaks', carousel(card(0, { body: { text: 'a\nb\nc' } }), card(1)), undefined],
  [
    'may not have three',
    carousel(card(0, { body: { text: 'a\nb\nc\nd' } }), card(1)),
    ValueNotValid('Card body text has too many line breaks. Max allowed line breaks: 2'),
  ],
  ['may have quick replies', carousel(card(0, quick('A', 'B')), card(1, quick('A', 'B'))), undefined],
  ['has as many in each card', carousel(card(0, quick('A', 'B')), card(1, quick('A'))), alike],
  [
    'has the same kind of header in each',
    carousel(card(0), card(1, header('video', { link: 'https://a.example/v.mp4' }))),
    alike,
  ],
  ['may show products', carousel(offer(0), offer(1)), undefined],
  ['shows products of one catalogue', carousel(offer(0), offer(1, '2')), alike],
  [
    'has a body only',
    kind('carousel', { cards: [card(0), card(1)] }, { footer: { text: 'x' } })(),
    notAllowed('footer', 'carousel'),
  ],
])

const amount = (value: number) => ({ value, offset: 100 })
const bread = { name: 'Bread', retailer_id: '1', amount: amount(1000), quantity: 1 }
const order = { status: 'pending', items: [bread], subtotal: amount(1000), tax: amount(100) }
const pay = (parameters: Body, orderChanges: Body = {}) =>
  kind('order_details', {
    name: 'review_and_pay',
    parameters: {
      reference_id: 'a',
      type: 'digital-goods',
      currency: 'BRL',
      total_amount: amount(1100),
      order: { ...order, ...orderChanges },
      ...parameters,
    },
  })()
const expires = (seconds: number) => ({ expiration: { timestamp: String(NOW / 1000 + seconds), description: 'x' } })
table('a request to pay', [
  ['has the sum of its parts', pay({}), undefined],
  [
    'has no other',
    pay({ total_amount: amount(1099) }),
    ValueNotValid('total_amount must be the sum of subtotal, tax and shipping less discount'),
  ],
  ['may have a discount', pay({ total_amount: amount(1050) }, { discount: amount(50) }), undefined],
  ['may have a reference of 60 characters in Brazil', pay({ reference_id: x(60) }), undefined],
  ['may not have one of 61', pay({ reference_id: x(61) }), lengths('reference_id', 1, 60)],
  ['may have one of 35 in India', pay({ currency: 'INR', reference_id: x(35) }), undefined],
  ['may not have one of 36 there', pay({ currency: 'INR', reference_id: x(36) }), lengths('reference_id', 1, 35)],
  [
    'has a plain reference',
    pay({ reference_id: 'a b' }),
    ValueNotValid('reference_id can only have letters, digits, underscores, dashes and dots'),
  ],
  ['may have item names of 60 characters', pay({}, { items: [{ ...bread, name: x(60) }] }), undefined],
  ['may not have them of 61', pay({}, { items: [{ ...bread, name: x(61) }] }), lengths('Item name', 1, 60)],
  ['may expire in five minutes', pay({}, expires(300)), undefined],
  [
    'may not expire sooner',
    pay({}, expires(299)),
    ValueNotValid('Order expiration must be at least 300 seconds in the future'),
  ],
  [
    'has a header with an image only',
    { ...pay({}), ...header('text', 'x') },
    ValueNotValid('Header type, text, is not supported for order details messages. Supported types [image]'),
  ],
])

const status = (description: string) =>
  kind('order_status', {
    name: 'review_order',
    parameters: { reference_id: 'a', order: { status: 'shipped', description } },
  })()
table('the state of an order', [
  ['may be described in 120 characters', status(x(120)), undefined],
  ['may not be in 121', status(x(121)), lengths('Order description', 0, 120)],
])
