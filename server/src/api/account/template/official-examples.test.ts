import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { firstRefusal } from '../../../domain/messaging/check.ts'
import {
  createChecks,
  createDraft,
  editChecks,
  editDraft,
  newTemplate,
  reviewTemplate,
} from '../../../domain/templates/index.ts'
import { parseParams } from '../../../graph/params.ts'
import { CreateTemplate } from './create.ts'
import { EditTemplate } from './edit.ts'

/* Every example of creating and editing a template in Meta's own OpenAPI document. */
const DOCUMENT = new URL('../../../../../../shared/openapi/business-messaging-api_v23.0.yaml', import.meta.url)
const present = existsSync(DOCUMENT)
if (!present) console.warn('Official examples are skipped: the OpenAPI document of Meta is not beside the repository.')

interface Examples {
  paths: Record<
    string,
    { post?: { requestBody?: { content?: Record<string, { examples?: Record<string, { value: unknown }> }> } } }
  >
}

function examplesOf(document: Examples, path: string): [string, Record<string, unknown>][] {
  const examples = document.paths[path]?.post?.requestBody?.content?.['application/json']?.examples ?? {}
  return Object.entries(examples).map(([name, { value }]) => [name, value as Record<string, unknown>])
}

/** Names in the document are placeholders. */
const named = (value: Record<string, unknown>) =>
  value.name === '<TEMPLATE_NAME>' ? { ...value, name: 'template_name' } : value

const facts = { sameName: [], created_in_last_hour: 0, total: 0, limit: 250 }
const NOW = 1_700_000_000_000

function create(raw: Record<string, unknown>) {
  const draft = createDraft(parseParams(CreateTemplate, raw))
  const refusal = firstRefusal(createChecks, draft, facts, NOW)
  return { refusal, template: newTemplate(draft, { id: '1', account_id: '2' }, NOW) }
}

describe.skipIf(!present)('official examples', () => {
  const document = present ? (parse(readFileSync(DOCUMENT, 'utf8')) as Examples) : { paths: {} }

  test('every template of the document can be created', () => {
    const examples = examplesOf(document, '/{Version}/{WABA-ID}/message_templates')
    expect(examples.length).toBeGreaterThan(10)
    for (const [name, value] of examples) {
      const { refusal, template } = create(named(value))
      expect([name, refusal]).toEqual([name, undefined])
      expect([name, reviewTemplate(template)]).toEqual([name, { status: 'APPROVED' }])
    }
  })

  test('every edit of the document can be made', () => {
    for (const [name, value] of examplesOf(document, '/{Version}/{TEMPLATE_ID}')) {
      const template = { ...create(named(value)).template, status: 'APPROVED' as const }
      const draft = editDraft(template, parseParams(EditTemplate, value))
      expect([name, firstRefusal(editChecks, draft, template, NOW)]).toEqual([name, undefined])
    }
  })
})

test('forms of text are read: a JSON list, letter cases, numbers', () => {
  const params = parseParams(CreateTemplate, {
    name: 'a',
    language: 'en',
    category: 'utility',
    parameter_format: 'named',
    message_send_ttl_seconds: '60',
    components: '[{"type":"body","text":"Hello"}]',
  })
  expect(params).toMatchObject({ category: 'UTILITY', parameter_format: 'NAMED', message_send_ttl_seconds: 60 })
  expect(params.components?.[0]?.type).toBe('BODY')
})

test('whatever fits the shape is accepted or refused, never broken', () => {
  const type = fc.constantFrom('HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER')
  const text = fc.oneof(fc.string(), fc.constantFrom('Hello {{1}} you there', '{{1}}{{2}}', '{{', 'https://a.b/{{1}}'))
  const button = fc.record(
    {
      type: fc.constantFrom('URL', 'QUICK_REPLY', 'OTP', 'FLOW', 'PHONE_NUMBER', 'COPY_CODE', 'SPM'),
      text,
      url: text,
      phone_number: text,
      example: fc.oneof(text, fc.array(text)),
      supported_apps: fc.constant([{ package_name: 'a.b', signature_hash: '%' }]),
      otp_type: fc.constantFrom('COPY_CODE', 'ONE_TAP', 'ZERO_TAP'),
    },
    { requiredKeys: ['type'] },
  )
  const format = fc.constantFrom('TEXT', 'IMAGE', 'PRODUCT')
  const example = fc.dictionary(
    fc.constantFrom('body_text', 'header_text', 'header_handle'),
    fc.oneof(text, fc.array(text)),
  )
  const buttons = fc.array(button, { maxLength: 3 })
  const plain = fc.record({ type, text, format, example, buttons }, { requiredKeys: ['type'] })
  const cards = fc.array(fc.record({ components: fc.array(plain, { maxLength: 3 }) }), { maxLength: 3 })
  const component = fc.record({ type, text, format, example, buttons, cards }, { requiredKeys: ['type'] })
  const category = fc.constantFrom('AUTHENTICATION', 'MARKETING', 'UTILITY')
  fc.assert(
    fc.property(category, fc.array(component, { maxLength: 4 }), (wanted, components) => {
      const draft = createDraft({ name: 'a', language: 'en', category: wanted as 'UTILITY', components })
      const refusal = firstRefusal(createChecks, draft, facts, NOW)
      expect(refusal === undefined || refusal.http === 400).toBe(true)
      expect(reviewTemplate(newTemplate(draft, { id: '1', account_id: '2' }, NOW)).status).toBeTypeOf('string')
    }),
  )
})
