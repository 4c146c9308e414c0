import { expect, test } from 'vitest'
import type { Customer, Message } from '../../../domain/messaging/model.ts'
import type { RenderedButton, RenderedTemplate } from '../../../domain/templates/rendered.ts'
import type { TapButton } from './effect.ts'
import { inTemplate } from './template.ts'

const sheena = { id: '16505551234', name: 'Sheena Nelson' } as Customer

const template = (rendered: RenderedTemplate): NonNullable<Message['template']> => ({
  id: '1',
  name: 'n',
  language: 'en_US',
  category: 'UTILITY',
  rendered,
})
const button = (members: Partial<RenderedButton>): RenderedButton => ({ index: 0, type: 'URL', text: 'Go', ...members })
const only = (members: Partial<RenderedButton>, more: RenderedTemplate = {}): TapButton =>
  inTemplate(template({ ...more, buttons: [button(members)] }))[0]!

function filled({ effect }: TapButton, data?: object) {
  if (effect.does !== 'fill') throw new Error(`It does ${effect.does}.`)
  return effect.fill(data, { customer: sheena, now: 0 })
}

const items = [{ product_retailer_id: 'aloe', quantity: 1, item_price: 10, currency: 'USD' }]

test('a flow answers with its token, or with the one that stands for none', () => {
  const response = (one: TapButton) =>
    JSON.parse((filled(one, { k: 'v' }).content as { nfm_reply: { response_json: string } }).nfm_reply.response_json)
  expect(response(only({ type: 'FLOW', action: { flow_token: 't' } }))).toEqual({ flow_token: 't', k: 'v' })
  expect(response(only({ type: 'FLOW' }))).toEqual({ flow_token: 'unused', k: 'v' })
})

test.each(['CATALOG', 'MPM', 'SPM'])('%s opens a cart', type => {
  const known: RenderedTemplate = {
    header: { format: 'PRODUCT', product: { product_retailer_id: 'aloe', catalog_id: '7' } },
  }
  expect(filled(only({ type }, known), { product_items: items })).toEqual({
    type: 'order',
    content: { catalog_id: '7', product_items: items },
  })
  expect(() => filled(only({ type }), { product_items: items })).toThrow(
    '"Go" opens a form. Give data: catalog_id, product_items (product_retailer_id, quantity, item_price, currency each)',
  )
})

test.each([
  ['no items', []],
  ['none of an item', [{ ...items[0], quantity: 0 }]],
  ['a price below zero', [{ ...items[0], item_price: -1 }]],
  ['a currency of two letters', [{ ...items[0], currency: 'US' }]],
])('an order with %s is none', (_, product_items) => {
  expect(() => filled(only({ type: 'CATALOG' }), { catalog_id: '7', product_items })).toThrow('opens a form')
})

test('a shared phone number is the own', () => {
  expect(filled(only({ type: 'REQUEST_CONTACT_INFO', text: '' }))).toMatchObject({
    type: 'contacts',
    content: [{ phones: [{ phone: '+16505551234', wa_id: '16505551234' }], origin: 'contact_request' }],
    showsPhone: true,
  })
})

test.each([
  [
    { type: 'QUICK_REPLY', payload: 'p' },
    { does: 'answer', type: 'button', content: { payload: 'p', text: 'Go' } },
  ],
  [{ url: 'https://www.luckyshrub.com/' }, { does: 'open', url: 'https://www.luckyshrub.com/' }],
  [{ type: 'VOICE_CALL' }, { does: 'other', sentence: 'The phone calls the business.' }],
  [
    { type: 'PHONE_NUMBER', phone_number: '+15550783881' },
    { does: 'other', sentence: 'The phone calls +15550783881.' },
  ],
  [
    { type: 'COPY_CODE', code: 'SUN25' },
    { does: 'other', sentence: 'The phone copies the code SUN25.' },
  ],
])('%o', (members, effect) => {
  expect(only(members).effect).toEqual(effect)
})
