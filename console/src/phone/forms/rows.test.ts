import { expect, test } from 'vitest'
import { rowsOf, valuesOf } from './rows.ts'

test('fields that nobody changed keep their type, and nameless ones are left out', () => {
  const [guests, ...rest] = rowsOf({ guests: 2, name: 'Sheena' })
  expect(guests).toMatchObject({ name: 'guests', value: '2' })
  expect(valuesOf([guests!, ...rest])).toEqual({ guests: 2, name: 'Sheena' })
  expect(
    valuesOf([
      { ...guests!, value: '3', given: undefined },
      { key: 9, name: ' ', value: 'x' },
    ]),
  ).toEqual({
    guests: '3',
  })
})

test('fields may come as the text of an object; without any there is one line to fill in', () => {
  expect(rowsOf('{"k":"v"}')).toMatchObject([{ name: 'k', value: 'v' }])
  expect(rowsOf('no JSON')).toEqual([{ key: 0, name: '', value: '' }])
  expect(rowsOf(undefined)).toHaveLength(1)
})
