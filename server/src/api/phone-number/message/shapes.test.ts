import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  ContentMissing,
  MalformedRecipient,
  NotAnObject,
  NotOneOf,
  ParameterRequired,
  UnsupportedMessageType,
} from '../../../domain/catalogue.ts'
import { publicMessage } from '../../../domain/refusals.ts'
import { parseParams } from '../../../graph/params.ts'
import { MarkAsRead, readDraft, SendMessage } from './index.ts'
import { interactiveShapes } from './interactive/index.ts'
import { judge } from './judge.test-util.ts'

const SENDER = { digits: '15550783881' }
const base = { messaging_product: 'whatsapp', to: '+16505551234' }
const text = { ...base, text: { body: 'Hello' } }
const draftOf = (body: Record<string, unknown>) => readDraft(parseParams(SendMessage, body), SENDER)

describe('the first fault of a request is the one that is answered', () => {
  test.each([
    ['nothing at all', {}, ParameterRequired('messaging_product')],
    ['another product', { ...text, messaging_product: 'foo' }, NotOneOf('messaging_product', ['whatsapp'], 'foo')],
    ['nobody to send to', { messaging_product: 'whatsapp', text: { body: 'x' } }, ParameterRequired('to')],
    ['an empty recipient', { ...text, to: '' }, ParameterRequired('to')],
    ['a malformed recipient', { ...text, to: 'abc' }, MalformedRecipient],
    ['no content', base, ContentMissing('text')],
    ['the content of another type', { ...text, type: 'image' }, ContentMissing('image')],
    ['content that is no object', { ...base, text: 'Hello' }, NotAnObject('text')],
    ['a text without body', { ...base, text: {} }, ParameterRequired("text['body']")],
    ['a text with an empty body', { ...base, text: { body: '' } }, ParameterRequired("text['body']")],
    [
      'a template without language',
      { ...base, type: 'template', template: { name: 'a', language: {} } },
      ParameterRequired("template['language']['code']"),
    ],
    [
      'an interactive message without body',
      { ...base, type: 'interactive', interactive: { type: 'button', action: { buttons: [] } } },
      ParameterRequired("interactive['body']['text']"),
    ],
    ['an undocumented type', { ...base, type: 'gif', gif: {} }, UnsupportedMessageType],
  ])('%s', (_, body, refusal) => {
    expect(judge(body)).toMatchObject(refusal)
  })

  test('an unknown type is answered with the list of types', () => {
    expect(publicMessage(judge({ ...text, type: 'jpeg' })!)).toBe(
      '(#100) Param type must be one of {AUDIO, CONTACTS, DOCUMENT, GIF, IMAGE, INTERACTIVE, LINK_PREVIEW, LOCATION, ' +
        'PIN, REACTION, STICKER, TEMPLATE, TEXT, VIDEO} - got "jpeg".',
    )
  })

  test('an unknown category of Direct Send is answered with the list of categories', () => {
    expect(publicMessage(judge({ ...text, category: 'marketing' })!)).toBe(
      '(#100) Param category must be one of {AUTHENTICATION, SERVICE, UTILITY} - got "marketing".',
    )
  })
})

describe('a draft holds what counts', () => {
  test('the type is text when absent, and only its content is kept', () => {
    expect(draftOf({ ...text, image: { id: '1' }, extra: true })).toEqual({
      type: 'text',
      content: { body: 'Hello' },
      to: { kind: 'phone', input: '+16505551234', waId: '16505551234' },
      media: [],
    })
  })

  test('types are compared without regard to case', () => {
    expect(draftOf({ ...text, type: 'TEXT' }).type).toBe('text')
    const interactive = { type: 'BUTTON', body: { text: 'x' }, action: { buttons: [] } }
    expect(draftOf({ ...base, type: 'interactive', interactive }).content).toMatchObject({ type: 'button' })
  })

  test('context, callback data and identity are kept; a reaction answers nothing', () => {
    const extras = {
      context: { message_id: 'wamid.A' },
      biz_opaque_callback_data: 'order 7',
      recipient_identity_key_hash: 'DF2lS5v2W6x=',
    }
    expect(draftOf({ ...text, ...extras })).toMatchObject({ ...extras, context: 'wamid.A' })
    const reaction = { message_id: 'wamid.B', emoji: '👍' }
    expect(draftOf({ ...base, ...extras, type: 'reaction', reaction })).not.toHaveProperty('context')
  })

  test('coordinates become numbers', () => {
    const location = { latitude: '37.483307', longitude: -122.148981, name: 'A' }
    expect(draftOf({ ...base, type: 'location', location }).content).toEqual({
      latitude: 37.483307,
      longitude: -122.148981,
      name: 'A',
    })
  })

  test('each file is listed with the path by which Graph names it', () => {
    expect(draftOf({ ...base, type: 'image', image: { id: '1' } }).media).toEqual([
      { object: 'image', path: "image['id']", kind: 'image', id: '1' },
    ])
    const header = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://a.example/i.png' } }] }
    const cards = [
      { card_index: 0, components: [{ type: 'header', parameters: [{ type: 'video', video: { id: '2' } }] }] },
    ]
    const template = { name: 'a', language: { code: 'en' }, components: [header, { type: 'carousel', cards }] }
    expect(draftOf({ ...base, type: 'template', template }).media.map(media => media.path)).toEqual([
      "template['components'][0]['parameters'][0]['image']['link']",
      "template['components'][1]['cards'][0]['components'][0]['parameters'][0]['video']['id']",
    ])
    const interactive = {
      type: 'button',
      header: { type: 'document', document: { id: '3' } },
      body: { text: 'x' },
      action: { buttons: [] },
    }
    expect(draftOf({ ...base, type: 'interactive', interactive }).media.map(media => media.path)).toEqual([
      "interactive['header']['document']['id']",
    ])
  })

  test('a form carries objects as JSON text', () => {
    expect(draftOf({ ...base, text: '{"body":"Hi","preview_url":"1"}' }).content).toEqual({
      body: 'Hi',
      preview_url: true,
    })
  })
})

test('a read mark needs its message', () => {
  const mark = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.A' }
  expect(MarkAsRead.safeParse({ ...mark, typing_indicator: { type: 'text' } }).success).toBe(true)
  expect(() => parseParams(MarkAsRead, { messaging_product: 'whatsapp', status: 'read' })).toThrow(
    'The parameter message_id is required.',
  )
})

test('every shape can be told as a JSON Schema', () => {
  for (const shape of [SendMessage, MarkAsRead, ...Object.values(interactiveShapes)]) {
    expect(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'throw' })).toHaveProperty('type', 'object')
  }
})
