import { ParameterRequired, ValueNotValid } from '../../../../domain/catalogue.ts'
import { type Body, counts, lengths, limits, many, rows, x } from '../tables.test-util.ts'
import { kind, row } from './samples.test-util.ts'

const list = (button: string, ...sections: Body[]) => kind('list')({ action: { button, sections } })
const sections = (...all: Body[]) => list('Options', ...all)
const oneRow = (more: Body) => sections({ rows: [row(1, more)] })
const tooLong = (part: string, max: number) => ValueNotValid(`${part} is too long. Max length is ${max}`)
const tooManyRows = ValueNotValid('Total row count exceed max allowed count: 10')

limits('a list', [
  { of: 'button', make: n => list(x(n), { rows: [row(1)] }), max: 20, above: lengths('Button text', 1, 20) },
  {
    of: 'sections',
    make: n => sections(...many(n, i => ({ title: `S${i}`, rows: [row(i)] }))),
    max: 10,
    above: counts('sections', 1, 10),
    min: 1,
    below: counts('sections', 1, 10),
  },
  {
    of: 'rows',
    make: n => sections({ rows: many(n, i => row(i)) }),
    max: 10,
    above: tooManyRows,
    min: 1,
    below: counts('rows', 1, 10),
  },
  {
    of: 'title of section',
    make: n => sections({ title: x(n), rows: [row(1)] }),
    max: 24,
    above: tooLong('Section title', 24),
  },
  {
    of: 'title of row',
    make: n => oneRow({ title: x(n) }),
    max: 24,
    above: tooLong('Row title', 24),
    min: 1,
    below: ParameterRequired("interactive['action']['sections'][0]['rows'][0]['title']"),
  },
  { of: 'id of row', make: n => oneRow({ id: x(n) }), max: 200, above: tooLong('Row id', 200) },
  {
    of: 'description of row',
    make: n => oneRow({ description: x(n) }),
    max: 72,
    above: tooLong('Row description', 72),
  },
])

rows('a list', [
  [
    'may not have eleven rows over all sections',
    sections({ title: 'A', rows: many(6, i => row(i)) }, { title: 'B', rows: many(5, i => row(i + 6)) }),
    tooManyRows,
  ],
  [
    'needs a row in each section',
    sections({ title: 'A', rows: [] }, { title: 'B', rows: [row(1)] }),
    counts('rows', 1, 10),
  ],
  [
    'needs section titles when there are several',
    sections({ title: 'A', rows: [row(1)] }, { rows: [row(2)] }),
    ParameterRequired("interactive['action']['sections'][1]['title']"),
  ],
  ['has different row ids', sections({ rows: [row(1), row(1)] }), ValueNotValid('Duplicate row id')],
])
