import { ParameterRequired, ValueNotValid } from '../../../../domain/catalogue.ts'
import { type Body, counts, lengths, limits, many, rows, x } from '../tables.test-util.ts'
import { kind, reply } from './samples.test-util.ts'

const buttons = (...list: Body[]) => kind('button')({ action: { buttons: list } })

limits('reply buttons', [
  {
    of: 'how many',
    make: n => buttons(...many(n, i => reply(`${i}`, `Choice ${i}`))),
    max: 3,
    above: counts('buttons', 1, 3),
    min: 1,
    below: counts('buttons', 1, 3),
  },
  {
    of: 'title',
    make: n => buttons(reply('1', x(n))),
    max: 20,
    above: lengths('Button title', 1, 20),
    min: 1,
    below: ParameterRequired("interactive['action']['buttons'][0]['reply']['title']"),
  },
  { of: 'id', make: n => buttons(reply(x(n), 'A')), max: 256, above: lengths('Button id', 1, 256) },
])

rows('reply buttons', [
  [
    'have ids without blanks around them',
    buttons(reply(' 1', 'A')),
    ValueNotValid('Button id must not have leading or trailing spaces'),
  ],
  ['have different ids', buttons(reply('1', 'A'), reply('1', 'B')), ValueNotValid('Duplicate button id')],
  ['have different titles', buttons(reply('1', 'A'), reply('2', 'A')), ValueNotValid('Duplicate button title')],
])
