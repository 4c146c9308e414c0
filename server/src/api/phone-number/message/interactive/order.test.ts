import { ValueNotValid } from '../../../../domain/catalogue.ts'
import { type Body, counts, lengths, limits, many, NOW, rows, x } from '../tables.test-util.ts'
import { amount, bread, kind, order, payment } from './samples.test-util.ts'

const pay = (parameters: Body, changes: Body = {}) =>
  kind('order_details')({
    action: {
      name: 'review_and_pay',
      parameters: { ...payment, order: { ...order, ...changes }, ...parameters },
    },
  })
const ofItem = (changes: Body) => pay({}, { items: [{ ...bread, ...changes }] })
const expires = (seconds: number, description = 'x') =>
  pay({}, { expiration: { timestamp: String(NOW / 1000 + seconds), description } })

limits('a request to pay', [
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
  { of: 'name of item', make: n => ofItem({ name: x(n) }), max: 60, above: lengths('Item name', 1, 60) },
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
    make: n => expires(300, x(n)),
    max: 120,
    above: lengths('Expiration description', 0, 120),
  },
  {
    of: 'seconds to expiration',
    make: n => expires(n),
    min: 300,
    below: ValueNotValid('Order expiration must be at least 300 seconds in the future'),
  },
])

rows('a request to pay', [
  ['has the sum of its parts', pay({})],
  [
    'has no other',
    pay({ total_amount: amount(1099) }),
    ValueNotValid('total_amount must be the sum of subtotal, tax and shipping less discount'),
  ],
  ['may have a discount', pay({ total_amount: amount(1050) }, { discount: amount(50) })],
  [
    'has a plain reference',
    pay({ reference_id: 'a b' }),
    ValueNotValid('reference_id can only have letters, digits, underscores, dashes and dots'),
  ],
])

limits('the state of an order', [
  {
    of: 'description',
    make: n =>
      kind('order_status')({
        action: {
          name: 'review_order',
          parameters: { reference_id: 'a', order: { status: 'shipped', description: x(n) } },
        },
      }),
    max: 120,
    above: lengths('Order description', 0, 120),
  },
])
