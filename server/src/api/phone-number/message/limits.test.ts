import { describe, expect, test } from 'vitest'
import {
  InvalidParameter,
  NotANumber,
  NotAUri,
  ParameterRequired,
  TooLong,
  UnsupportedMessageType,
  ValueNotValid,
} from '../../../domain/catalogue.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { judge } from './judge.test-util.ts'

type Body = Record<string, unknown>
type Row = [title: string, body: Body, refusal: Refusal | undefined]

const to = { messaging_product: 'whatsapp', to: '+16505551234' }
const group = { messaging_product: 'whatsapp', recipient_type: 'group', to: 'Y2FwaV9ncm91cDo' }
const x = (length: number) => 'x'.repeat(length)
const many = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))

function table(name: string, rows: Row[]) {
  describe(name, () => {
    test.each(rows)('%s', (_, body, refusal) => {
      expect(judge(body)).toEqual(refusal)
    })
  })
}

const text = (body: string, more: Body = {}) => ({ ...to, ...more, text: { body } })
table('a text', [
  ['may have 4096 characters', text(x(4096)), undefined],
  ['may not have 4097', text(x(4097)), TooLong("text['body']", 4096)],
  ['counts an emoji as one character', text('😀'.repeat(4096)), undefined],
  ['may have one character', text('x'), undefined],
  ['may not be empty', text(''), ParameterRequired("text['body']")],
])

table('callback data', [
  ['may have 512 characters', text('x', { biz_opaque_callback_data: x(512) }), undefined],
  ['may not have 513', text('x', { biz_opaque_callback_data: x(513) }), TooLong('biz_opaque_callback_data', 512)],
])

table('Direct Send', [
  ['is not needed for service messages', text('x', { category: 'service' }), undefined],
  ['is a matter of the account for utility messages', text('x', { category: 'utility' }), undefined],
  [
    'alone gives a message its own lifetime',
    text('x', { ttl_seconds: 60 }),
    InvalidParameter("Parameter 'ttl_seconds' is only supported for direct send messages"),
  ],
  ['may live 12 hours', text('x', { category: 'utility', ttl_seconds: 43_200 }), undefined],
  [
    'may not live a second longer',
    text('x', { category: 'utility', ttl_seconds: 43_201 }),
    InvalidParameter("Parameter 'ttl_seconds' must be between 30 and 43200 for utility messages"),
  ],
  [
    'of authentication lives 15 minutes at most',
    text('x', { category: 'authentication', ttl_seconds: 901 }),
    InvalidParameter("Parameter 'ttl_seconds' must be between 30 and 900 for authentication messages"),
  ],
])

const media = (type: string, content: Body) => ({ ...to, type, [type]: content })
table('media', [
  ['may have an id', media('image', { id: '1' }), undefined],
  ['may have a link', media('sticker', { link: 'https://a.example/s.webp' }), undefined],
  ['need one of the two', media('video', {}), ParameterRequired("video['id']")],
  [
    'cannot have both',
    media('audio', { id: '1', link: 'https://a.example/a.ogg' }),
    ValueNotValid("Parameters audio['id'] and audio['link'] cannot be used together"),
  ],
  ['need a link that is one', media('image', { link: 'not a link' }), NotAUri("image['link']")],
  ['cannot come by ftp', media('image', { link: 'ftp://a.example/i.png' }), NotAUri("image['link']")],
  ['may have a caption of 1024 characters', media('image', { id: '1', caption: x(1024) }), undefined],
  ['may not have one of 1025', media('video', { id: '1', caption: x(1025) }), TooLong("video['caption']", 1024)],
  [
    'of a document have a caption as well',
    media('document', { id: '1', caption: x(1025), filename: 'a.pdf' }),
    TooLong("document['caption']", 1024),
  ],
])

const location = (latitude: unknown, longitude: unknown) => ({
  ...to,
  type: 'location',
  location: { latitude, longitude },
})
table('a location', [
  ['may lie at a corner of the map', location(90, -180), undefined],
  ['may be written as text', location('-90', '180'), undefined],
  ['cannot lie beyond a pole', location(90.1, 0), ValueNotValid('Latitude invalid. Min value: -90, Max value: 90')],
  [
    'cannot lie beyond the date line',
    location(0, -180.1),
    ValueNotValid('Longitude invalid. Min value: -180, Max value: 180'),
  ],
  ['has to be a number', location('north', 0), NotANumber("location['latitude']")],
])

const card = { name: { formatted_name: 'Ines', first_name: 'Ines' } }
const contacts = (list: unknown[]) => ({ ...to, type: 'contacts', contacts: list })
table('contacts', [
  ['may be 257', contacts(many(257, () => card)), undefined],
  [
    'may not be 258',
    contacts(many(258, () => card)),
    ValueNotValid('Invalid contacts count. Min allowed contacts: 1, Max allowed contacts: 257'),
  ],
  ['need at least one', contacts([]), ParameterRequired('contacts')],
  [
    'need a name',
    contacts([{ name: { formatted_name: '' } }]),
    ParameterRequired("contacts[0]['name']['formatted_name']"),
  ],
  ['may have a birthday', contacts([{ ...card, birthday: '2012-08-18' }]), undefined],
  [
    'need a birthday that is a date',
    contacts([{ ...card, birthday: '18.08.2012' }]),
    ValueNotValid('Contact birthday is invalid: Please use the format: YYYY-MM-DD.'),
  ],
])

const reaction = (emoji: string) => ({ ...to, type: 'reaction', reaction: { message_id: 'wamid.A', emoji } })
const notOneEmoji = ValueNotValid('Reaction emoji is invalid: Please use exactly one emoji.')
table('a reaction', [
  ...['😀', '❤', '❤️', '👍🏽', '👨‍👩‍👧', '🇩🇪', '5️⃣', '\uD83D\uDE00'].map(
    (emoji): Row => [`may be ${emoji}`, reaction(emoji), undefined],
  ),
  ['may be taken back', reaction(''), undefined],
  ['may not be two emoji', reaction('😀😀'), notOneEmoji],
  ['may not be a letter', reaction('a'), notOneEmoji],
  ['may not be a digit', reaction('5'), notOneEmoji],
])

const pin = (content: Body, target: Body = group) => ({
  ...target,
  type: 'pin',
  pin: { type: 'pin', message_id: 'wamid.A', ...content },
})
const pinDays = ValueNotValid('expiration_days invalid. Min value: 1, Max value: 30')
table('a pin', [
  ['may last a day', pin({ expiration_days: 1 }), undefined],
  ['may last thirty', pin({ expiration_days: 30 }), undefined],
  ['may not last none', pin({ expiration_days: 0 }), pinDays],
  ['may not last thirty-one', pin({ expiration_days: 31 }), pinDays],
  ['needs a duration', pin({}), ParameterRequired("pin['expiration_days']")],
  ['can be removed without one', pin({ type: 'unpin' }), undefined],
  ['needs a group', pin({ expiration_days: 1 }, to), ValueNotValid('Pin messages can only be sent to groups')],
])

table('a group', [
  ['can be sent a text', { ...group, text: { body: 'Hi' } }, undefined],
  ['cannot be sent a reaction', { ...reaction('😀'), ...group }, UnsupportedMessageType],
])

const template = (content: Body) => ({
  ...to,
  type: 'template',
  template: { name: 'a', language: { code: 'en_US' }, ...content },
})
const parameters = (...list: Body[]) => template({ components: [{ type: 'body', parameters: list }] })
table('a template', [
  ['may have a name of 512 characters', template({ name: x(512) }), undefined],
  ['may not have one of 513', template({ name: x(513) }), TooLong("template['name']", 512)],
  [
    'may have its parts in capitals',
    template({ components: [{ type: 'BODY', parameters: [{ type: 'TEXT', text: 'x' }] }] }),
    undefined,
  ],
  [
    'needs the text of a text parameter',
    parameters({ type: 'text', text: '' }),
    InvalidParameter("Parameter 'text' is mandatory for component parameter type 'text'"),
  ],
  [
    'needs the image of an image parameter',
    parameters({ type: 'image' }),
    InvalidParameter("Parameter 'image' is mandatory for component parameter type 'image'"),
  ],
  [
    'needs links that are some',
    parameters({ type: 'image', image: { link: 'x' } }),
    NotAUri("template['components'][0]['parameters'][0]['image']['link']"),
  ],
  [
    'needs to say which button is meant',
    template({ components: [{ type: 'button', sub_type: 'url' }] }),
    ParameterRequired("template['components'][0]['index']"),
  ],
  [
    'needs to say what button it is',
    template({ components: [{ type: 'button', index: '0' }] }),
    ParameterRequired("template['components'][0]['sub_type']"),
  ],
])
