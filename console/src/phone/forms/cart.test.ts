import { expect, test } from 'vitest'
import { emptyLine, linesOf, orderOf } from './cart.ts'

const section = (...ids: string[]) => [
  { title: 'Pots', product_items: ids.map(product_retailer_id => ({ product_retailer_id })) },
]
const filled = { catalogId: '1', currency: 'USD', text: '' }

test('a single product is in the cart at once, of several none', () => {
  expect(linesOf(section('a'))).toMatchObject([{ id: 'a', quantity: 1, section: 'Pots' }])
  expect(linesOf(section('a', 'b')).map(({ quantity }) => quantity)).toEqual([0, 0])
  expect(linesOf([])).toEqual([emptyLine([])])
})

test('an order has what was chosen, and there is none of nothing', () => {
  const [a, b] = linesOf(section('a', 'b'))
  expect(orderOf({ ...filled, lines: [a!, b!] })).toBeUndefined()
  expect(orderOf({ ...filled, catalogId: ' ', lines: [{ ...b!, quantity: 2 }] })).toBeUndefined()
  expect(orderOf({ ...filled, text: ' soon ', lines: [a!, { ...b!, quantity: 2, price: 2.5 }] })).toEqual({
    catalog_id: '1',
    text: 'soon',
    product_items: [{ product_retailer_id: 'b', quantity: 2, item_price: 2.5, currency: 'USD' }],
  })
})
