import { InvalidParameter, ParameterRequired, TooLong, UnsupportedMessageType } from '../../../domain/catalogue.ts'
import { group, limits, rows, to, x } from './tables.test-util.ts'

const text = (body: string, more: object = {}) => ({ ...to, ...more, text: { body } })
const lifetime = (bound: string) => InvalidParameter(`The time to live value must be ${bound}`)

limits('a text', [
  {
    of: 'text.body',
    make: n => text(x(n)),
    max: 4096,
    above: TooLong("text['body']", 4096),
    min: 1,
    below: ParameterRequired("text['body']"),
  },
  {
    of: 'biz_opaque_callback_data',
    make: n => text('x', { biz_opaque_callback_data: x(n) }),
    max: 512,
    above: TooLong('biz_opaque_callback_data', 512),
  },
])

rows('a text', [['counts an emoji as one character', text('😀'.repeat(4096))]])

rows('a group', [
  ['can be sent a text', { ...group, text: { body: 'Hi' } }],
  [
    'cannot be sent a reaction',
    { ...group, type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '😀' } },
    UnsupportedMessageType,
  ],
])

limits(
  'Direct Send',
  Object.entries({ utility: 43_200, authentication: 900 }).map(([category, max]) => ({
    of: `ttl_seconds of ${category}`,
    make: (n: number) => text('x', { category, ttl_seconds: n }),
    max,
    above: lifetime(`lower than or equal to ${max}`),
    min: 30,
    below: lifetime('higher than or equal to 30'),
  })),
)

rows('Direct Send', [
  ['is not needed for service messages', text('x', { category: 'service' })],
  ['is a matter of the account for utility messages', text('x', { category: 'utility' })],
  [
    'alone gives a message its own lifetime',
    text('x', { ttl_seconds: 60 }),
    InvalidParameter("Parameter 'ttl_seconds' is only supported for direct send messages"),
  ],
])
