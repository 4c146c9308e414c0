import { expect, test } from 'vitest'
import { z } from 'zod'
import { Refused } from '../domain/refusals.ts'
import { coerce } from './coerce.ts'
import { fieldsText, parseFields } from './fields.ts'

test('modifiers may stand on lines of their own', () => {
  expect(parseFields('analytics\n  .start( 1 )\n  .end(2) .granularity(DAY),id')).toEqual([
    { name: 'analytics', modifiers: { start: '1', end: '2', granularity: 'DAY' } },
    { name: 'id', modifiers: {} },
  ])
})

test.each([
  ['a.b(DAY)', 'DAY'],
  ['a.b("DAY")', 'DAY'],
  [`a.b('DAY')`, 'DAY'],
  ['a.b([])', '[]'],
  ['a.b(["US","BR"])', '["US","BR"]'],
  ['a.b("US","BR")', '"US","BR"'],
  ['a.b(US,IN)', 'US,IN'],
  ['a.b("a)b")', 'a)b'],
  ['a.b(f(x))', 'f(x)'],
  ['a.b', ''],
])('%s has the argument %s', (text, argument) => {
  expect(parseFields(text)).toEqual([{ name: 'a', modifiers: { b: argument } }])
})

test('an expansion inside another keeps its modifiers', () => {
  expect(parseFields('phone_numbers.limit(5) { id , quality.as(x) }')).toEqual([
    {
      name: 'phone_numbers',
      modifiers: { limit: '5' },
      inner: [
        { name: 'id', modifiers: {} },
        { name: 'quality', modifiers: { as: 'x' } },
      ],
    },
  ])
})

test.each([
  'id,name',
  'analytics.start(1).end(2){data}',
  'a.limit(5).filtering([{"field":"x","value":["y"]}]){b{c.as(d)},e}',
  'a.b("x)y").c(\'"(z\')',
])('%s is written as it is read', text => {
  expect(fieldsText(parseFields(text))).toBe(text)
})

test.each(['a.b(1', 'a.', 'a.b("1)', 'a..b(1)', 'a{b', 'a b'])('%s is no list of fields', text => {
  expect(() => parseFields(text)).toThrow(Refused)
})

test.each([
  ['US,IN', ['US', 'IN']],
  ['[US,IN]', ['US', 'IN']],
  ["['US', 'IN']", ['US', 'IN']],
  ['["US","IN"]', ['US', 'IN']],
  ['"US","IN"', ['US', 'IN']],
  ['["a,b"]', ['a,b']],
  ['[]', []],
  ['', []],
  ['[14210012088012088524, 1]', ['14210012088012088524', '1']],
  ['[1421001208801208]', ['1421001208801208']],
])('%s is a list of texts', (text, list) => {
  expect(coerce(z.array(z.string()), text)).toEqual(list)
})

test('a list of numbers or objects is read as such', () => {
  expect(coerce(z.array(z.int()), '0,2')).toEqual([0, 2])
  expect(coerce(z.array(z.int()), '[0, 2]')).toEqual([0, 2])
  expect(coerce(z.array(z.looseObject({})), '[{"a":1}]')).toEqual([{ a: 1 }])
})
