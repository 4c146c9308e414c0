import { ParameterRequired, ValueNotValid } from '../../../domain/catalogue.ts'
import { counts, limits, many, rows, to } from './tables.test-util.ts'

const card = { name: { formatted_name: 'Ines', first_name: 'Ines' } }
const contacts = (...list: object[]) => ({ ...to, type: 'contacts', contacts: list })

limits('contacts', [
  {
    of: 'contacts',
    make: n => contacts(...many(n, () => card)),
    max: 257,
    above: counts('contacts', 1, 257),
    min: 1,
    below: ParameterRequired('contacts'),
  },
])

rows('contacts', [
  [
    'need a name',
    contacts({ name: { formatted_name: '' } }),
    ParameterRequired("contacts[0]['name']['formatted_name']"),
  ],
  ['may have a birthday', contacts({ ...card, birthday: '2012-08-18' })],
  [
    'need a birthday that is a date',
    contacts({ ...card, birthday: '18.08.2012' }),
    ValueNotValid('Contact birthday is invalid: Please use the format: YYYY-MM-DD.'),
  ],
])
