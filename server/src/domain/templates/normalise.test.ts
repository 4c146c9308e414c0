import { expect, test } from 'vitest'
import { bindTemplate } from './bind.ts'
import { createDraft } from './draft.ts'
import { newTemplate, readComponents } from './normalise.ts'
import { reviewTemplate } from './review.ts'
import { body, sample } from './samples-for-tests.ts'

const otp = (language: string) =>
  createDraft({
    name: 'code',
    language,
    category: 'AUTHENTICATION',
    components: [
      { type: 'body', add_security_recommendation: true },
      { type: 'footer', code_expiration_minutes: 10 },
      { type: 'buttons', buttons: [{ type: 'otp', otp_type: 'copy_code' }] },
    ],
  })

test('an authentication template comes back with its texts and a URL button', () => {
  const url = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp'
  expect(readComponents(otp('en_US'))).toEqual([
    {
      type: 'BODY',
      add_security_recommendation: true,
      text: '*{{1}}* is your verification code. For your security, do not share this code.',
      example: { body_text: [['123456']] },
    },
    { type: 'FOOTER', code_expiration_minutes: 10, text: 'This code expires in 10 minutes.' },
    { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code', url: `${url}{{1}}`, example: [`${url}123456`] }] },
  ])
})

test.each([
  ['es_ES', 'Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.'],
  ['pt_BR', '*{{1}}* é seu código de verificação. Para sua segurança, não o compartilhe.'],
  ['de', '*{{1}}* is your verification code. For your security, do not share this code.'],
])('its text in %s', (language, text) => {
  expect(readComponents(otp(language))[0]?.text).toBe(text)
})

test('it can be sent as it was stored', () => {
  const template = newTemplate(otp('en_US'), { id: '1', account_id: '2' }, 5)
  expect(template).toMatchObject({ status: 'PENDING', parameter_format: 'POSITIONAL', created_at: 5, edits: [] })
  const code = [{ type: 'text', text: '123' }]
  const sent = bindTemplate(template, [
    { type: 'body', parameters: code },
    { type: 'button', sub_type: 'url', index: '0', parameters: code },
  ])
  expect(sent.body).toContain('*123*')
  expect(sent.buttons?.[0]?.code).toBe('123')
})

test('samples come back in one form, types in upper case, down to cards', () => {
  const draft = createDraft({
    name: 'a',
    language: 'en',
    category: 'MARKETING',
    components: [
      { type: 'header', format: 'text', text: 'Our {{1}}', example: { header_text: 'sale' } },
      { type: 'body', text: 'For you, {{1}}.', example: { body_text: 'Ana' } },
      {
        type: 'carousel',
        cards: [{ components: [{ type: 'header', format: 'image', example: { header_handle: 'h' } }] }],
      },
    ],
  })
  expect(readComponents(draft)).toEqual([
    { type: 'HEADER', format: 'TEXT', text: 'Our {{1}}', example: { header_text: ['sale'] } },
    { type: 'BODY', text: 'For you, {{1}}.', example: { body_text: [['Ana']] } },
    {
      type: 'CAROUSEL',
      cards: [{ components: [{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['h'] } }] }],
    },
  ])
})

test('review approves, but not variables side by side', () => {
  expect(reviewTemplate(sample([body('Hello {{1}}, {{2}}!')]))).toEqual({ status: 'APPROVED' })
  expect(reviewTemplate(sample([body('Hello {{1}}{{2}}!')]))).toMatchObject({
    status: 'REJECTED',
    reason: 'INVALID_FORMAT',
    rejection_info: { reason: expect.stringContaining('next to each other') },
  })
  const cards = [{ components: [body('Hello {{1}} {{2}}!')] }]
  expect(reviewTemplate(sample([body('Hello'), { type: 'CAROUSEL', cards }])).status).toBe('REJECTED')
})
