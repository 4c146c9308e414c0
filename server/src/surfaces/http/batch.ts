import { z } from 'zod'
import {
  BatchDependency,
  BatchNotArray,
  BatchTooLong,
  MissingToken,
  UnsupportedRequest,
} from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { dispatch, type GraphAnswer, type GraphRequest, type Kernel } from '../../graph/dispatch.ts'
import { errorEnvelope } from '../../graph/envelope.ts'
import type { RawParams } from '../../graph/params.ts'
import { DEFAULT_VERSION, servedVersion } from '../../graph/versions.ts'
import { metaJson } from '../../webhooks/bytes.ts'
import { readBody } from './body.ts'
import { graphHeaders } from './headers.ts'
import { jsonPath } from './json-path.ts'
import { readPath, readQuery, splitUrl } from './query.ts'

/** Calls in one batch at most. */
const MAX_CALLS = 50

/** Libraries write null for what they have no value for. */
const optional = <S extends z.ZodType>(schema: S) => schema.nullish().transform(value => value ?? undefined)
const Flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform(value => value === true || value === 'true')

const Item = z.looseObject({
  method: z.string(),
  relative_url: z.string(),
  body: optional(z.string()),
  name: optional(z.string()),
  depends_on: optional(z.string()),
  omit_response_on_success: optional(Flag),
  /** Names of parts of the outer body, divided by commas. */
  attached_files: optional(z.string()),
  access_token: optional(z.string()),
  headers: optional(z.array(z.union([z.string(), z.looseObject({ name: z.string(), value: z.string() })]))),
})
type Item = z.output<typeof Item>

/** One answer as a batch carries it; null when the call was left out. */
type Slot = { code: number; headers?: { name: string; value: string }[]; body: string } | null

const NO: unknown[] = [false, 'false', 0, '0']

/** Whether a call to the root carries others. */
export const isBatch = ({ realm, method, path, params }: GraphRequest): boolean =>
  realm === 'graph' &&
  method === 'POST' &&
  params.batch !== undefined &&
  (path.length === 0 || (path.length === 1 && servedVersion(path[0]!) !== undefined))

/**
 * Answers the calls of a batch one after the other, each as if it had come alone, and gives their answers in order.
 * A call may refer to what an earlier one answered (`{result=name:$.data.*.id}`). A call whose `depends_on` failed is not
 * made: null. Throws Refused when the batch itself cannot be read.
 * https://developers.facebook.com/docs/graph-api/batch-requests
 */
export async function answerBatch(kernel: Kernel, outer: GraphRequest): Promise<Slot[]> {
  const items = readItems(outer.params.batch)
  if (outer.token === undefined) throw new Refused(MissingToken)
  const referred = new Set(
    items.flatMap(item => [...referencesIn(item), ...(item.depends_on ? [item.depends_on] : [])]),
  )
  const withHeaders = !NO.includes(outer.params.include_headers)
  const done = new Map<string, unknown>()
  const failed = new Set<string>()
  const slots: Slot[] = []
  for (const [index, item] of items.entries()) {
    const needs = [...referencesIn(item), ...(item.depends_on ? [item.depends_on] : [])]
    if (needs.some(name => failed.has(name))) {
      slots.push(null)
      if (item.name) failed.add(item.name)
      continue
    }
    const name = `${outer.name}.${index}`
    const answer = await dispatch(kernel, requestOf(item, outer, done, name))
    const slot = slotOf(answer, kernel.ids.trace(), withHeaders)
    if (item.name && answer.ok) done.set(item.name, answer.body)
    if (item.name && !answer.ok) failed.add(item.name)
    const omitted = answer.ok && (item.omit_response_on_success ?? (item.name !== undefined && referred.has(item.name)))
    slots.push(omitted ? null : slot)
  }
  return slots
}

function readItems(batch: unknown): Item[] {
  const list = typeof batch === 'string' ? parsed(batch) : batch
  const items = z.array(Item).safeParse(list)
  if (!items.success) throw new Refused(BatchNotArray)
  if (items.data.length > MAX_CALLS) throw new Refused(BatchTooLong(MAX_CALLS))
  const earlier = new Set<string>()
  for (const [index, item] of items.data.entries()) {
    const needs = [...referencesIn(item), ...(item.depends_on ? [item.depends_on] : [])]
    const unknown = needs.find(name => !earlier.has(name))
    if (unknown !== undefined) throw new Refused(BatchDependency(index, unknown))
    if (item.name) earlier.add(item.name)
  }
  return items.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const REFERENCE = /\{result=([^:{}]+):([^{}]+)\}/g

const referencesIn = ({ relative_url, body = '' }: Item): string[] =>
  [...`${relative_url}\n${body}`.matchAll(REFERENCE)].map(([, name]) => name!)

/** The call that an item stands for, with its references replaced by what they lead to. */
function requestOf(item: Item, outer: GraphRequest, done: Map<string, unknown>, name: string): GraphRequest {
  const json = isJson(item)
  const fill = (text: string, write: (values: string[]) => string): string =>
    text.replace(REFERENCE, (_, from: string, path: string) =>
      write(jsonPath(done.get(from), path).filter(isScalar).map(String)),
    )
  const forUrl = (values: string[]) => values.map(encodeURIComponent).join(',')
  const forJson = (values: string[]) => JSON.stringify(values.join(',')).slice(1, -1)
  const { path, query } = splitUrl(fill(item.relative_url, forUrl))
  const body = Buffer.from(fill(item.body ?? '', json ? forJson : forUrl))
  const params: RawParams = {
    ...readQuery(query),
    ...readBody(json ? 'application/json' : 'application/x-www-form-urlencoded', body),
    ...filesOf(item, outer.params),
  }
  const segments = readPath(path)
  const versioned = segments[0] !== undefined && /^v\d+\.\d+$/.test(segments[0])
  const token = item.access_token ?? (typeof params.access_token === 'string' ? params.access_token : outer.token)
  // The proof of the whole batch is one for its token.
  const proof = outer.params.appsecret_proof
  if (proof !== undefined && token === outer.token) params.appsecret_proof ??= proof
  return {
    realm: 'graph',
    method: item.method.toUpperCase(),
    path: versioned ? segments : [...outer.path, ...segments],
    params,
    ...(token === undefined ? {} : { token }),
    baseUrl: outer.baseUrl,
    name,
  }
}

function isJson({ headers = [] }: Item): boolean {
  const lines = headers.map(header => (typeof header === 'string' ? header : `${header.name}: ${header.value}`))
  return lines.some(line => /^content-type\s*:.*json/i.test(line))
}

/** Uploaded files are parts of the outer body. Each arrives as `file` where there is one, else under its own name. */
function filesOf({ attached_files }: Item, params: RawParams): RawParams {
  if (!attached_files) return {}
  const names = attached_files.split(',').map(name => name.trim())
  const files = names.filter(name => Object.hasOwn(params, name)).map(name => [name, params[name]] as const)
  return Object.fromEntries(files.length === 1 ? [['file', files[0]![1]]] : files)
}

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

/** NOTE: how a download answers inside a batch is not described; here it is refused, since `body` is JSON text. */
function slotOf(answer: GraphAnswer, trace: string, withHeaders: boolean): Slot {
  const isBytes = answer.ok && typeof answer.body === 'object' && answer.body !== null && 'blob' in answer.body
  const shown: GraphAnswer = isBytes
    ? { ok: false, version: DEFAULT_VERSION, refusal: UnsupportedRequest('GET', 'batch') }
    : answer
  const body = metaJson(shown.ok ? shown.body : errorEnvelope(shown.refusal, trace))
  const headers = Object.entries(graphHeaders(shown, trace)).map(([name, value]) => ({ name, value }))
  return { code: shown.ok ? 200 : shown.refusal.http, ...(withHeaders ? { headers } : {}), body }
}
