import { expect, test } from 'vitest'
import { samePhone, waIdVariants } from './wa-id.ts'

test.each([
  ['a Brazilian mobile with its ninth digit', '5511987654321', ['5511987654321', '551187654321']],
  ['a Brazilian mobile without it', '551187654321', ['551187654321', '5511987654321']],
  ['a Brazilian landline', '551132654321', ['551132654321']],
  ['a Mexican mobile with the old 1', '5215512345678', ['5215512345678', '525512345678']],
  ['a Mexican number', '525512345678', ['525512345678', '5215512345678']],
  ['an Argentine mobile with its 9', '5491123456789', ['5491123456789', '541123456789']],
  ['an Argentine number', '541123456789', ['541123456789', '5491123456789']],
  ['a number of any other country', '16505551234', ['16505551234']],
])('%s has these WhatsApp ids', (_, digits, variants) => {
  expect(waIdVariants(digits)).toEqual(variants)
})

test('the two forms of one number are the same phone', () => {
  expect(samePhone('5215512345678', '525512345678')).toBe(true)
  expect(samePhone('525512345678', '5215512345678')).toBe(true)
  expect(samePhone('525512345678', '525512345679')).toBe(false)
})
