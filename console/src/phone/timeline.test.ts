import { expect, test } from 'vitest'
import type { Message } from '../api/messages.ts'
import { DAY, MINUTE } from '../util/time.ts'
import { chosenTitles, timeline } from './timeline.ts'

const utc = { timeZone: 'UTC' }
const noon = Date.parse('2025-03-12T12:00:00Z')

function text(wamid: string, more: Partial<Message> = {}): Message {
  return {
    wamid,
    phone_number_id: '1',
    customer_id: '2',
    direction: 'sent',
    at: noon,
    status: 'delivered',
    type: 'text',
    content: { body: wamid },
    ...more,
  } as Message
}

test('messages of one side gather in runs, days get headings', () => {
  const items = timeline(
    [
      text('a'),
      text('b', { at: noon + MINUTE }),
      text('c', { at: noon + 2 * MINUTE, direction: 'received', status: 'read' }),
      text('d', { at: noon + DAY }),
    ],
    utc,
  )
  expect(items.map(item => (item.kind === 'message' ? [item.key, item.first, item.last] : item.kind))).toEqual([
    'day',
    ['a', true, false],
    ['b', false, true],
    ['c', true, true],
    'day',
    ['d', true, true],
  ])
})

test('what has not reached the phone is not drawn; what failed is a note; reactions are badges elsewhere', () => {
  const items = timeline(
    [
      text('a', { status: 'accepted' }),
      text('b', { status: 'failed' }),
      text('c', { type: 'reaction', content: { message_id: 'x', emoji: '👍' } } as Partial<Message>),
    ],
    utc,
  )
  expect(items.map(item => item.kind)).toEqual(['day', 'failed'])
})

test('answered buttons are known by the message that offered them', () => {
  const yes = { type: 'button_reply', button_reply: { id: '1', title: 'Yes' } }
  const answer = { direction: 'received', context: 'question', type: 'interactive', content: yes } as Partial<Message>
  expect(chosenTitles([text('question'), text('answer', answer)]).get('question')).toEqual(new Set(['Yes']))
})
