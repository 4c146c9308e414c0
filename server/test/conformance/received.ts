import { expect } from 'vitest'

/**
 * The shapes of https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages,
 * with the documentation's own cast. Ids and instants are matched, everything else is equal, and nothing else is there.
 */
export const CUSTOMER = '16505551234'
export const USER_ID = expect.stringMatching(/^US\.\d+$/)
export const WAMID = expect.stringMatching(/^wamid\.[A-Za-z0-9+/]+=*$/)
export const TIME = expect.stringMatching(/^\d{10}$/)

export const head = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
}
export const contacts = [{ profile: { name: 'Sheena Nelson' }, wa_id: CUSTOMER, user_id: USER_ID }]
export const from = { from: CUSTOMER, from_user_id: USER_ID, id: WAMID, timestamp: TIME }

/** `value` for one message; `more` stands beside its type. */
export const received = (type: string, content?: unknown, more: object = {}) => ({
  ...head,
  contacts,
  messages: [{ ...more, ...from, type, ...(content === undefined ? {} : { [type]: content }) }],
})

export const answering = (id: unknown) => ({ context: { from: '15550783881', id } })

const media = (mime_type: string) => ({
  mime_type,
  sha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
  id: expect.stringMatching(/^\d{15}$/),
  url: expect.stringMatching(/\/whatsapp_business\/attachments\/\?mid=\d+&source=webhook&ext=\d{10}&hash=/),
})

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const bytes = (...parts: (string | number[])[]): string =>
  Buffer.concat(
    parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  ).toString('base64')
const OGG = bytes('OggS', [0, 2], Array(20).fill(0), [1, 19], 'OpusHead', [1, 1, 56, 1, 128, 187, 0, 0, 0, 0, 0])
const MP3 = bytes('ID3', [4, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0x64], Array(413).fill(0))
const WEBP = bytes(
  'RIFF',
  [26, 0, 0, 0],
  'WEBPVP8L',
  [14, 0, 0, 0, 0x2f, 0, 0, 0, 0x10, 7, 16, 17, 17, 136, 136, 254, 7, 0],
)
const MP4 = bytes([0, 0, 0, 24], 'ftypmp42', [0, 0, 0, 0], 'mp42isom')
const PDF = bytes('%PDF-1.4\n%%EOF\n')

const phone = { phone: '+1 212-555-7828', wa_id: '12125557828', type: 'Mobile' }
const card = {
  name: { formatted_name: 'Barbara J. Johnson', first_name: 'Barbara', last_name: 'Johnson', middle_name: 'Joana' },
  addresses: [
    {
      street: '1 Lucky Shrub Way',
      city: 'Menlo Park',
      state: 'CA',
      zip: '94025',
      country: 'United States',
      country_code: 'US',
      type: 'Office',
    },
  ],
  birthday: '1999-01-23',
  emails: [{ email: 'bjohnson@luckyshrub.com', type: 'Work' }],
  org: { company: 'Lucky Shrub', department: 'Legal', title: 'Lead Counsel' },
  phones: [phone],
  urls: [{ url: 'https://www.luckyshrub.com', type: 'Company' }],
}
const vcard = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Johnson;Barbara;Joana;;',
  'FN:Barbara J. Johnson',
  'ORG:Lucky Shrub;Legal',
  'TITLE:Lead Counsel',
  'BDAY:1999-01-23',
  'TEL;type=MOBILE;waid=12125557828:+1 212-555-7828',
  'EMAIL;type=WORK:bjohnson@luckyshrub.com',
  'URL;type=COMPANY:https://www.luckyshrub.com',
  'END:VCARD',
].join('\r\n')

const place = {
  latitude: 37.48354,
  longitude: -122.15069,
  name: 'Philz Coffee',
  address: '101 Forest Ave, Palo Alto, CA 94301',
  url: 'https://www.philzcoffee.com/',
}
const order = {
  catalog_id: '194836987003835',
  text: 'Love these!',
  product_items: [
    { product_retailer_id: 'di9ozbzfi4', quantity: 2, item_price: 30, currency: 'USD' },
    { product_retailer_id: 'nqryix03ez', quantity: 1, item_price: 25.5, currency: 'USD' },
  ],
}
const referral = {
  source_url: 'https://fb.me/3cr4Wqqkv',
  source_id: '120226305854810726',
  source_type: 'ad',
  body: 'Chat with us',
  headline: 'Lucky Shrub',
  media_type: 'image',
  image_url: 'https://www.luckyshrub.com/ad.jpg',
  ctwa_clid: 'Aff-n8ZTODiE79d22KtAwQKj9e',
  welcome_message: { text: 'Hi there! Let us know how we can help!' },
}
const referred_product = { catalog_id: '194836987003835', product_retailer_id: 'di9ozbzfi4' }
const notSupported = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
}
const unavailable = {
  code: 131060,
  title: 'This message is currently unavailable.',
  message: 'This message is currently unavailable.',
  error_data: { details: 'This message is currently unavailable.' },
}

/** What a customer says of their own accord, and the webhook that comes of it. */
export const SAID: readonly [title: string, said: object, value: object][] = [
  ['a text', { text: 'Does it come in another color?' }, received('text', { body: 'Does it come in another color?' })],
  [
    'an image',
    { image: { data: PIXEL, caption: 'Taj Mahal' } },
    received('image', { caption: 'Taj Mahal', ...media('image/png') }),
  ],
  ['a video', { video: { data: MP4 } }, received('video', media('video/mp4'))],
  ['an audio file', { audio: { data: MP3 } }, received('audio', { ...media('audio/mpeg'), voice: false })],
  ['a voice message', { voice: { data: OGG } }, received('audio', { ...media('audio/ogg; codecs=opus'), voice: true })],
  [
    'a document',
    { document: { data: PDF, filename: 'order.pdf', caption: 'My order' } },
    received('document', { caption: 'My order', filename: 'order.pdf', ...media('application/pdf') }),
  ],
  ['a sticker', { sticker: { data: WEBP } }, received('sticker', { ...media('image/webp'), animated: false })],
  ['a place', { location: place }, received('location', place)],
  [
    'a bare place',
    { location: { latitude: 1.5, longitude: 2 } },
    received('location', { latitude: 1.5, longitude: 2 }),
  ],
  ['contacts', { contacts: [card] }, received('contacts', [{ ...card, origin: 'other', vcard }])],
  ['an order', { order }, received('order', order)],
  [
    'a question about a product',
    { text: 'Is this one in stock?', referred_product },
    received('text', { body: 'Is this one in stock?' }, { context: { referred_product } }),
  ],
  [
    'a forwarded text',
    { text: 'Look', forwarded: true },
    received('text', { body: 'Look' }, { context: { forwarded: true } }),
  ],
  [
    'a text that was forwarded often',
    { text: 'Look', frequently_forwarded: true },
    received('text', { body: 'Look' }, { context: { frequently_forwarded: true } }),
  ],
  [
    'a text after a tap on an advertisement',
    { text: 'Can I get more info?', referral },
    received('text', { body: 'Can I get more info?' }, { referral }),
  ],
  [
    'a picture after a tap on an advertisement',
    { image: { data: PIXEL }, referral },
    received('image', media('image/png'), { referral }),
  ],
  [
    'something that is not supported',
    { unsupported: 'poll_creation' },
    {
      ...head,
      contacts,
      messages: [{ ...from, errors: [notSupported], type: 'unsupported', unsupported: { type: 'poll_creation' } }],
    },
  ],
  [
    'something that is not available',
    { unsupported: 'unavailable' },
    { ...head, contacts, messages: [{ ...from, errors: [unavailable], type: 'unsupported' }] },
  ],
  ['the request for a greeting', { request_welcome: true }, received('request_welcome')],
]

const text = (type: string, more: object) => ({ type, body: { text: 'How can we help?' }, ...more })
const replies = { buttons: [{ type: 'reply', reply: { id: 'change', title: 'Change' } }] }
const rows = [{ id: 'priority', title: 'Priority Mail Express', description: 'Next Day to 2 Days' }]
const replied = (content: object) => (id: string) => received('interactive', content, answering(id))
const filled = (name: string, body: string, response: object) =>
  replied({ type: 'nfm_reply', nfm_reply: { response_json: JSON.stringify(response), body, name } })
const flow = {
  flow_message_version: '3',
  flow_id: '1',
  flow_token: 'AQAAAAACS5FpgQ_cAAAAAD0QI3s',
  flow_cta: 'Book!',
  flow_action: 'navigate',
  flow_action_payload: { screen: 'FIRST' },
}
const address = { name: 'Diva', address: 'Wing A, Cyber Lane', in_pin_code: '400080', city: 'Mumbai' }
const permission = text('call_permission_request', { action: { name: 'call_permission_request' } })
const permitted = (call_permission_reply: object) =>
  replied({
    type: 'call_permission_reply',
    call_permission_reply: { ...call_permission_reply, response_source: 'user_action' },
  })
const { product_items } = order
const cart = { catalog_id: order.catalog_id, product_items }
const ordered = (id: string) => received('order', cart, answering(id))
const card2 = (card_index: number, product_retailer_id: string) => ({
  card_index,
  type: 'product',
  action: { product_retailer_id, catalog_id: order.catalog_id },
})

/** What a business asks, what the customer taps, and the webhook that comes of it. */
export const TAPPED: readonly [title: string, interactive: object, tap: object, value: (wamid: string) => object][] = [
  [
    'a reply button',
    text('button', { action: replies }),
    { button: 'Change' },
    replied({ type: 'button_reply', button_reply: { id: 'change', title: 'Change' } }),
  ],
  [
    'a row of a list',
    text('list', { action: { button: 'Options', sections: [{ title: 'Fast', rows }] } }),
    { id: 'priority' },
    replied({ type: 'list_reply', list_reply: rows[0] }),
  ],
  [
    'a flow',
    text('flow', { action: { name: 'flow', parameters: flow } }),
    { button: 'Book!', data: { date: '2026-11-27', guests: 2 } },
    filled('flow', 'Sent', { flow_token: flow.flow_token, date: '2026-11-27', guests: 2 }),
  ],
  [
    'an address',
    text('address_message', { action: { name: 'address_message', parameters: { country: 'IN' } } }),
    { button: 'Provide address', data: address },
    filled('address_message', 'Diva\nWing A, Cyber Lane\n400080\nMumbai', { values: address }),
  ],
  [
    'a saved address',
    text('address_message', {
      action: {
        name: 'address_message',
        parameters: { country: 'IN', saved_addresses: [{ id: 'address1', value: address }] },
      },
    }),
    { button: 'Provide address', data: { saved_address_id: 'address1' } },
    filled('address_message', 'Diva\nWing A, Cyber Lane\n400080\nMumbai', {
      saved_address_id: 'address1',
      values: address,
    }),
  ],
  [
    'a place that was asked for',
    text('location_request_message', { action: { name: 'send_location' } }),
    { button: 'Send location', data: place },
    id => received('location', place, answering(id)),
  ],
  [
    'calls, allowed for a week',
    permission,
    { id: 'accept' },
    permitted({ response: 'accept', is_permanent: false, expiration_timestamp: expect.any(Number) }),
  ],
  ['calls, always allowed', permission, { id: 'accept_always' }, permitted({ response: 'accept', is_permanent: true })],
  ['calls, not allowed', permission, { id: 'reject' }, permitted({ response: 'reject' })],
  [
    'a product',
    text('product', { action: { catalog_id: order.catalog_id, product_retailer_id: 'di9ozbzfi4' } }),
    { button: 'View items', data: { product_items } },
    ordered,
  ],
  [
    'a list of products',
    text('product_list', {
      header: { type: 'text', text: 'Succulents' },
      action: {
        catalog_id: order.catalog_id,
        sections: [{ title: 'Pots', product_items: [{ product_retailer_id: 'di9ozbzfi4' }] }],
      },
    }),
    { button: 'View items', data: { product_items } },
    ordered,
  ],
  [
    'a carousel of products',
    text('carousel', { action: { cards: [card2(0, 'di9ozbzfi4'), card2(1, 'nqryix03ez')] } }),
    { button: 'View items', data: { product_items } },
    ordered,
  ],
  [
    'a catalog',
    text('catalog_message', { action: { name: 'catalog_message' } }),
    { button: 'View catalog', data: cart },
    ordered,
  ],
  [
    'the own phone number',
    text('request_contact_info', { action: { name: 'request_contact_info' } }),
    { button: 'Share Contact Info' },
    id =>
      received(
        'contacts',
        [
          {
            name: { formatted_name: 'Sheena Nelson', first_name: 'Sheena' },
            phones: [{ phone: `+${CUSTOMER}`, wa_id: CUSTOMER, type: 'MOBILE' }],
            origin: 'contact_request',
          },
        ],
        answering(id),
      ),
  ],
]
