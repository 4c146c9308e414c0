import { ParameterRequired, ValueNotValid } from '../../../../domain/catalogue.ts'
import { type Body, counts, limits, many, rows, x } from '../tables.test-util.ts'
import { items, kind } from './samples.test-util.ts'

const products = (...sections: Body[]) => kind('product_list')({ action: { catalog_id: '1', sections } })
const tooMany = ValueNotValid('Total product count exceed max allowed count: 30')

rows('a product', [
  [
    'needs a catalogue',
    kind('product')({ action: { catalog_id: '', product_retailer_id: 'a' } }),
    ParameterRequired("interactive['action']['catalog_id']"),
  ],
])

rows('a catalogue', [['needs no thumbnail', kind('catalog_message')()]])

limits('a list of products', [
  {
    of: 'sections',
    make: n => products(...many(n, i => ({ title: `S${i}`, product_items: items(1, i) }))),
    max: 10,
    above: counts('sections', 1, 10),
    min: 1,
    below: counts('sections', 1, 10),
  },
  {
    of: 'title of section',
    make: n => products({ title: x(n), product_items: items(1) }),
    max: 24,
    above: ValueNotValid('Section title is too long. Max length is 24'),
  },
  {
    of: 'products',
    make: n => products({ product_items: items(n) }),
    max: 30,
    above: tooMany,
    min: 1,
    below: counts('products', 1, 30),
  },
])

rows('a list of products', [
  [
    'may not have thirty-one over all sections',
    products({ title: 'A', product_items: items(20) }, { title: 'B', product_items: items(11, 20) }),
    tooMany,
  ],
  [
    'needs titles when there are several sections',
    products({ product_items: items(1) }, { title: 'B', product_items: items(1) }),
    ParameterRequired("interactive['action']['sections'][0]['title']"),
  ],
])
