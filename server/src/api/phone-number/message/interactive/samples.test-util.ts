import type { InteractiveType } from '../../../../domain/messaging/content/interactive.ts'
import { type Body, many, to } from '../tables.test-util.ts'

export const header = (type: string, value: unknown) => ({ header: { type, [type]: value } })
export const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
export const row = (i: number | string, more: Body = {}) => ({ id: `${i}`, title: `Row ${i}`, ...more })
export const items = (length: number, from = 0) => many(length, i => ({ product_retailer_id: `p${from + i}` }))
export const link = (display_text: string, url = 'https://a.example') => ({
  name: 'cta_url',
  parameters: { display_text, url },
})
export const card = (card_index: number, more: Body = {}) => ({
  card_index,
  type: 'cta_url',
  ...header('image', { link: 'https://a.example/i.png' }),
  action: link('Buy'),
  ...more,
})
export const amount = (value: number) => ({ value, offset: 100 })
export const bread = { name: 'Bread', retailer_id: '1', amount: amount(1000), quantity: 1 }
export const order = { status: 'pending', items: [bread], subtotal: amount(1000), tax: amount(100) }
export const payment = {
  reference_id: 'a',
  type: 'digital-goods',
  currency: 'BRL',
  total_amount: amount(1100),
  order,
}
export const booking = { flow_message_version: '3', flow_id: '1', flow_cta: 'Book' }

/** What a message of each kind has besides its body. */
const PARTS: Record<InteractiveType, Body> = {
  address_message: { action: { name: 'address_message', parameters: { country: 'IN' } } },
  button: { action: { buttons: [reply('1', 'Yes')] } },
  call_permission_request: { action: { name: 'call_permission_request' } },
  carousel: { action: { cards: [card(0), card(1)] } },
  catalog_message: { action: { name: 'catalog_message' } },
  cta_url: { action: link('Open') },
  flow: { action: { name: 'flow', parameters: booking } },
  list: { action: { button: 'Options', sections: [{ rows: [row(1)] }] } },
  location_request_message: { action: { name: 'send_location' } },
  order_details: { action: { name: 'review_and_pay', parameters: payment } },
  order_status: { action: { name: 'review_order', parameters: { reference_id: 'a', order: { status: 'shipped' } } } },
  product: { action: { catalog_id: '1', product_retailer_id: 'a' } },
  product_list: { ...header('text', 'Shop'), action: { catalog_id: '1', sections: [{ product_items: items(1) }] } },
  request_contact_info: { action: { name: 'request_contact_info' } },
  voice_call: { action: { name: 'voice_call' } },
}

export const TYPES = Object.keys(PARTS) as InteractiveType[]

/** The request for a message with this content. */
export const asking = (interactive: Body): Body => ({ ...to, type: 'interactive', interactive })

/** Makes messages of one kind that are all right, with some of it replaced. */
export const kind =
  (type: InteractiveType) =>
  (changes: Body = {}): Body =>
    asking({ type, body: { text: 'Body' }, ...PARTS[type], ...changes })
