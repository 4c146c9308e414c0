import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ContentMissing } from '../../../domain/catalogue.ts'
import { parseParams, type RawParams } from '../../../graph/params.ts'
import { MarkAsRead } from './index.ts'
import { judge } from './judge.test-util.ts'

/** Meta's own description of its interface, which is not part of this repository. */
const DOCUMENT = fileURLToPath(
  new URL('../../../../../../shared/openapi/business-messaging-api_v23.0.yaml', import.meta.url),
)

/** Where the examples leave a place to be filled in. The first pattern that matches wins. */
const PLACEHOLDERS: [RegExp, string][] = [
  [/^\{\{Recipient-(?:WA-)?Phone-Number\}\}$/, '16505551234'],
  [/^<?https?\(s\):\/\/(?:the-)?[a-z]+-url>?$/, 'https://example.com/file'],
  [/^<HEADER_TYPE>$/, 'text'],
  [/^\{\{[A-Za-z-]+\}\}$/, '123'],
  [/^<[A-Z0-9_]+>$/, 'Placeholder'],
]

/** Choices have to differ, so these ids keep their own names. */
const KEPT = /(?:BUTTON|ROW)_(?:\d_)?(?:ROW_\d_)?ID|_ID_\d|BUTTON_TITLE_\d/

/** Examples that the platform itself would not take. */
const REFUSED: Record<string, string> = {
  'Send Reply to List Message': 'it has no type, so a text is expected',
}

interface Example {
  value: RawParams
}
interface OpenApi {
  paths: Record<
    string,
    { post?: { requestBody?: { content: Record<string, { examples?: Record<string, Example> }> } } }
  >
}

function examplesOf(path: string): [string, RawParams][] {
  const document: OpenApi = parse(readFileSync(DOCUMENT, 'utf8'), { maxAliasCount: -1 })
  const content = document.paths[path]?.post?.requestBody?.content ?? {}
  return Object.values(content).flatMap(({ examples }) =>
    Object.entries(examples ?? {}).map(([name, example]): [string, RawParams] => [name.trim(), example.value]),
  )
}

function filledIn(value: unknown): unknown {
  if (typeof value === 'string') return KEPT.test(value) ? value.replaceAll(/[<>]/g, '') : substitute(value)
  if (Array.isArray(value)) return value.map(filledIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filledIn(member)]))
}

const substitute = (text: string): string => PLACEHOLDERS.find(([pattern]) => pattern.test(text))?.[1] ?? text

describe.skipIf(!existsSync(DOCUMENT))('every example of the official document is taken (skipped without it)', () => {
  const paths = ['/{Version}/{Phone-Number-ID}/messages', '/{Version}/{Phone-Number-ID}/marketing_messages']
  const examples = existsSync(DOCUMENT) ? paths.flatMap(examplesOf) : []

  test('there are examples', () => {
    expect(examples.length).toBeGreaterThan(50)
  })

  test.each(examples)('%s', (name, body) => {
    const request = filledIn(body) as RawParams
    if (request.status === 'read') {
      expect(parseParams(MarkAsRead, request)).toMatchObject({ status: 'read' })
    } else if (REFUSED[name]) {
      expect(judge(request), REFUSED[name]).toEqual(ContentMissing('text'))
    } else {
      expect(judge(request)).toBeUndefined()
    }
  })
})
