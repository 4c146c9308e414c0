import { expect, test } from 'vitest'
import type { Message } from '../api/messages.ts'
import { summary } from './summary.ts'

const of = (type: string, content: unknown, more: object = {}) => summary({ type, content, ...more } as Message)

test('every kind of message has a line', () => {
  expect(of('text', { body: '*Hi*' })).toBe('Hi')
  expect(of('image', {})).toBe('Photo')
  expect(of('image', { caption: 'Our _rye_' })).toBe('Our rye')
  expect(of('audio', {}, { media: { voice: true } })).toBe('Voice message')
  expect(of('contacts', [{ name: { formatted_name: 'Ana' } }, { name: { formatted_name: 'Bo' } }])).toBe(
    'Ana and 1 more contact',
  )
  expect(of('interactive', { type: 'button_reply', button_reply: { id: '1', title: 'Yes' } })).toBe('Yes')
  expect(of('template', {}, { template: { name: 'hello_world', rendered: { body: 'Hello *you*' } } })).toBe('Hello you')
  expect(of('something_new', {})).toBe('Message of a kind this phone does not know')
})
