import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { kinds, operations } from '../../src/api/index.ts'
import { KIND_OF } from './official.ts'

const FILE = new URL('../../../../shared/openapi/business-messaging-api_v23.0.yaml', import.meta.url)
const present = existsSync(FILE)
if (!present) console.warn('Examples of answers are skipped: the official document does not lie beside the project.')

interface OpenApi {
  paths: Record<string, Record<string, { responses?: Record<string, { content?: Record<string, Examples> }> }>>
}
interface Examples {
  examples?: Record<string, { value: unknown }>
}
type Example = [name: string, method: string, path: string, answer: unknown]

const CUT_SHORT = {
  at: 'paging.cursors.before',
  because: 'the example is cut short; every other page has both cursors',
}
const WITHOUT_CURSORS = {
  at: ['paging.cursors.before', 'paging.cursors.after'],
  because: 'an empty page has no paging at all, and every other one has both cursors',
}

/** Where an example of theirs is not what is answered, by the place that differs. */
const DIFFERENT: Record<string, { at: string | string[]; because: string }> = {
  'POST /{Version}/{Phone-Number-ID} message_sent': { at: 'success', because: 'it is the answer of another operation' },
  'GET /{Version}/{Phone-Number-ID}/whatsapp_business_profile business_profile_details': {
    at: 'data.0.messaging_product',
    because: 'the pages, and clients, have the profile itself in the list',
  },
  'GET /{Version}/{Media-ID} Retrieve Media URL': { at: 'file_size', because: 'it is a number, see D19' },
  'GET /{Version}/{Application-ID}/connected_client_businesses multiple_businesses': CUT_SHORT,
  'GET /{Version}/{Business-ID}/client_whatsapp_business_accounts multiple_accounts': CUT_SHORT,
  'GET /{Version}/{Business-ID}/preverified_numbers basic_response': CUT_SHORT,
  'GET /{Version}/{Business-ID}/preverified_numbers filtered_response': WITHOUT_CURSORS,
  'GET /{Version}/{Business-ID}/preverified_numbers empty_response': WITHOUT_CURSORS,
  'GET /{Version}/{Pre-Verified-Phone-Number-ID}/partners empty_partners': WITHOUT_CURSORS,
  'GET /{Version}/{WABA-ID}/phone_numbers multiple_phone_numbers': CUT_SHORT,
  'GET /{Version}/{WABA-ID}/schedules multiple_schedules': CUT_SHORT,
}

function answers(): Example[] {
  const { paths }: OpenApi = parse(readFileSync(FILE, 'utf8'))
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { responses }]) =>
      Object.values(responses?.['200']?.content ?? {}).flatMap(({ examples }) =>
        Object.entries(examples ?? {}).map(([name, { value }]): Example => [name, method.toUpperCase(), path, value]),
      ),
    ),
  )
}

/** What is declared to come back; the fields of a node where it is read. */
function schemasOf(method: string, path: string): z.ZodType[] {
  const [, , placeholder = '', edge, ...more] = path.split('/')
  const kind = kinds.find(one => one.name === KIND_OF[placeholder])
  if (!kind || more.length > 0) return []
  const declared = operations.filter(
    ({ contract }) => contract.on.name === kind.name && contract.edge === edge && contract.method === method,
  )
  if (declared.length > 0) return declared.map(({ contract }) => contract.returns)
  if (method !== 'GET' || edge !== undefined) return []
  const fields = Object.entries(kind.fields).map(([name, { schema }]) => [name, schema.optional()])
  return [z.looseObject(Object.fromEntries(fields) as Record<string, z.ZodType>)]
}

describe.skipIf(!present)('official examples of answers fit what is declared', () => {
  const all = (present ? answers() : []).filter(([, method, path]) => schemasOf(method, path).length > 0)

  test('there are many', () => {
    expect(all.length).toBeGreaterThan(60)
  })

  test.each(all)('%s (%s %s)', (name, method, path, answer) => {
    const read = schemasOf(method, path).map(schema => schema.safeParse(answer))
    const faults = read.some(one => one.success) ? [] : read.flatMap(one => one.error?.issues ?? [])
    const at = faults.map(fault => fault.path.join('.'))
    const known = DIFFERENT[`${method} ${path} ${name}`]
    expect(at, JSON.stringify(faults)).toEqual(known ? [known.at].flat() : [])
  })
})
