import { z } from 'zod'
import type { Operation } from '../../graph/operation.ts'
import type { Registry } from '../../graph/registry.ts'
import { DEFAULT_VERSION } from '../../graph/versions.ts'

type Json = { [member: string]: unknown }

const DOCS = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/'

/** OpenAPI 3.1 of everything this server answers, made from the declarations it runs on. */
export function openApiDocument(registry: Registry, version: string): Json {
  const paths: { [path: string]: Json } = {}
  for (const kind of registry.kinds.values()) {
    const ownRead = kind.edges.get('')?.get('GET')
    const readable = Object.keys(kind.kind.fields).length > 0 && !kind.kind.singleton && !kind.kind.listed && !ownRead
    if (readable) add(paths, nodePath(kind.kind, ''), 'get', readNodeOperation(kind.kind))
  }
  // What a path means without further ado comes first; what a parameter turns it into is told behind.
  const plainFirst = [...registry.operations].sort((a, b) => Number(!!a.contract.when) - Number(!!b.contract.when))
  for (const operation of plainFirst) {
    const { on, edge = '', method, access } = operation.contract
    add(
      paths,
      access === 'control' ? controlPath(on, edge) : nodePath(on, edge),
      method.toLowerCase(),
      describe(operation),
    )
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Landline',
      version,
      description:
        'The WhatsApp Business Platform as software you run yourself. Independent software, not affiliated with Meta or WhatsApp. ' +
        'Paths below /control are ours: customers, clock, review desk, logs.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The access token printed at start.' } },
      schemas: { Error: ErrorSchema },
    },
  }
}

/** Several operations may share a path and method; they are told apart by a parameter, so the first describes them all. */
function add(paths: { [path: string]: Json }, path: string, method: string, described: Json): void {
  paths[path] ??= {}
  const item = paths[path]
  if (!item[method]) {
    item[method] = described
    return
  }
  const first = item[method] as { description?: string; requestBody?: { content: { 'application/json': Json } } }
  const other = described as { summary: string; requestBody?: { content: { 'application/json': { schema: unknown } } } }
  first.description = `${first.description ?? ''}\n\nAlso: ${other.summary}`
  const body = first.requestBody?.content['application/json']
  if (body && other.requestBody)
    body.schema = { anyOf: [body.schema, other.requestBody.content['application/json'].schema] }
}

const parameterOf = (kind: { name: string }): string =>
  `${kind.name.replace(/^WhatsApp(Business)?/, '').replace(/[A-Z]/g, (c, at: number) => (at ? '_' : '') + c.toLowerCase()) || 'node'}_id`

const nodePath = (kind: { name: string; singleton?: string }, edge: string): string =>
  `/${DEFAULT_VERSION}/${kind.singleton ?? `{${parameterOf(kind)}}`}${edge && `/${edge}`}`

function controlPath(kind: { name: string; singleton?: string; collection?: string }, edge: string): string {
  const base = kind.collection ? `${kind.collection}/{${parameterOf(kind)}}` : kind.singleton
  return `/control/${base}${edge && `/${edge}`}`
}

function describe(operation: Operation): Json {
  const {
    name,
    summary,
    docs,
    access,
    params,
    returns,
    method,
    on,
    edge = '',
    refusals,
    when,
    since,
    until,
  } = operation.contract
  const schema = jsonSchema(params, 'input')
  return {
    operationId: name,
    summary,
    tags: [access === 'control' ? 'Control' : on.name],
    ...(docs ? { externalDocs: { url: DOCS + docs } } : {}),
    ...(when ? { description: `Meant when the parameter \`${when}\` is there.` } : {}),
    ...(since || until ? { 'x-versions': { since, until } } : {}),
    ...(access === 'none' || access === 'control' ? { security: [] } : {}),
    'x-permission': access,
    parameters: [
      ...pathParameters(on, access === 'control'),
      ...itemParameter(edge),
      ...(method === 'GET'
        ? queryParameters(schema).filter(({ name }) => !edge.includes(`{${name}}`))
        : besideBytes(operation, schema)),
    ],
    ...(method !== 'GET' ? { requestBody: requestBody(operation, schema) } : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: jsonSchema(returns, 'output') } } },
      default: {
        description: refusals?.length
          ? `Refused: ${refusals.map(({ code, message }) => `${code} ${message}`).join('; ')}`
          : 'Refused.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

/** Bytes come as they are, and a file as a part of a form; everything else is JSON. */
function requestBody({ contract: { access, body } }: Operation, schema: Json): Json {
  if (body === 'bytes')
    return { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
  const form = takesFile(schema) ? { 'multipart/form-data': { schema } } : {}
  // Our own operations know other ways to name a file.
  const json = takesFile(schema) && access !== 'control' ? {} : { 'application/json': { schema } }
  return { content: { ...json, ...form } }
}

const takesFile = ({ properties = {} }: Json): boolean =>
  Object.values(properties as { [name: string]: Json }).some(({ format }) => format === 'binary')

/** What comes beside a body of bytes: in the query, and where it belongs in a header. */
function besideBytes({ contract: { body } }: Operation, schema: Json): Json[] {
  if (body !== 'bytes') return []
  return queryParameters(schema)
    .filter(({ name }) => name !== 'file')
    .map(parameter => (parameter.name === 'file_offset' ? { ...parameter, in: 'header' } : parameter))
}

function readNodeOperation(kind: {
  name: string
  summary: string
  fields: { [name: string]: { schema: z.ZodType } }
  singleton?: string
}): Json {
  const shape = Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, field.schema.optional()]))
  return {
    operationId: `get${kind.name}`,
    summary: `Read: ${kind.summary}`,
    tags: [kind.name],
    parameters: [
      ...pathParameters(kind, false),
      {
        name: 'fields',
        in: 'query',
        schema: { type: 'string' },
        description: `Any of: ${Object.keys(shape).join(', ')}.`,
      },
    ],
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: jsonSchema(z.looseObject(shape), 'output') } },
      },
      default: {
        description: 'Refused.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

const pathParameters = (kind: { name: string; singleton?: string; collection?: string }, control: boolean): Json[] =>
  kind.singleton && !(control && kind.collection)
    ? []
    : [{ name: parameterOf(kind), in: 'path', required: true, schema: { type: 'string' } }]

/** One item of an edge is named in the path: `message_qrdls/{code}`. */
const itemParameter = (edge: string): Json[] =>
  [...edge.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

function queryParameters(schema: Json): Json[] {
  const properties = (schema.properties ?? {}) as { [name: string]: Json }
  const required = (schema.required ?? []) as string[]
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }))
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return rest
}

const ErrorSchema: Json = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['message', 'type', 'code', 'fbtrace_id'],
      properties: {
        message: { type: 'string' },
        type: { type: 'string' },
        code: { type: 'integer' },
        error_subcode: { type: 'integer' },
        error_data: { type: 'object' },
        is_transient: { type: 'boolean' },
        error_user_title: { type: 'string' },
        error_user_msg: { type: 'string' },
        fbtrace_id: { type: 'string' },
      },
    },
  },
}
