import { expect, test } from 'vitest'
import type { TemplateCategory } from '../templates/model.ts'
import { DAY, MINUTE, SECOND } from '../time.ts'
import { expiresAt, messageLifetime } from './lifetime.ts'
import type { Message } from './model.ts'

const template = (category: TemplateCategory, ttl_seconds?: number): Pick<Message, 'template'> => ({
  template: {
    id: '1',
    name: 'n',
    language: 'en_US',
    category,
    rendered: {},
    ...(ttl_seconds === undefined ? {} : { ttl_seconds }),
  },
})

test.each<[string, Pick<Message, 'template'>, number]>([
  ['what is no template', {}, 30 * DAY],
  ['authentication', template('AUTHENTICATION'), 10 * MINUTE],
  ['authentication of its own', template('AUTHENTICATION', 30), 30 * SECOND],
  ['authentication, the longest', template('AUTHENTICATION', -1), 30 * DAY],
  ['utility', template('UTILITY'), 30 * DAY],
  ['utility of its own', template('UTILITY', 43_200), 43_200 * SECOND],
  ['marketing', template('MARKETING'), 30 * DAY],
])('%s', (_, message, life) => {
  expect(messageLifetime(message)).toBe(life)
  expect(expiresAt({ ...message, at: 5 })).toBe(5 + life)
})
