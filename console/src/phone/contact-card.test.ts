import { expect, test } from 'vitest'
import { contactCard } from './contact-card.ts'

test('a card has what was typed in, and nothing else', () => {
  expect(contactCard({ name: ' Barbara J. Johnson ', phone: '+1 212-555-7828', email: ' ' })).toEqual({
    name: { formatted_name: 'Barbara J. Johnson', first_name: 'Barbara', last_name: 'J. Johnson' },
    phones: [{ phone: '+1 212-555-7828', type: 'CELL', wa_id: '12125557828' }],
  })
  expect(contactCard({ name: 'B', title: 'Lead', city: 'Menlo Park', zip: '94025' })).toEqual({
    name: { formatted_name: 'B', first_name: 'B' },
    org: { title: 'Lead' },
    addresses: [{ city: 'Menlo Park', zip: '94025', type: 'HOME' }],
  })
})
