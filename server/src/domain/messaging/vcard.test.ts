import { expect, test } from 'vitest'
import { vcard } from './vcard.ts'

const card = (members: object) => vcard({ name: { formatted_name: 'B' }, ...members } as Parameters<typeof vcard>[0])

test('a card needs no more than a name', () => {
  expect(card({})).toBe('BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:B\r\nEND:VCARD')
})

test('what would end a value is escaped, and cannot begin a line of its own', () => {
  expect(card({ name: { formatted_name: 'A; B, C\\\nEND:VCARD' } })).toContain('FN:A\\; B\\, C\\\\\\nEND:VCARD\r\n')
  expect(card({ phones: [{ phone: '1', type: 'x:\nEND' }] })).toContain('TEL;type=XEND:1\r\n')
})
