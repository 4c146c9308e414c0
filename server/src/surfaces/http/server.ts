import type { Readable } from 'node:stream'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ServiceUnavailable, UnknownError } from '../../domain/catalogue.ts'
import { type Refusal, Refused } from '../../domain/refusals.ts'
import { dispatch, type GraphAnswer, type GraphRequest, type Kernel } from '../../graph/dispatch.ts'
import { errorEnvelope } from '../../graph/envelope.ts'
import type { BytesAnswer } from '../../graph/operation.ts'
import type { RawParams } from '../../graph/params.ts'
import { DEFAULT_VERSION, servedVersion } from '../../graph/versions.ts'
import { metaJson } from '../../webhooks/bytes.ts'
import { baseUrlOf } from './base-url.ts'
import { answerBatch, isBatch } from './batch.ts'
import { readBody, readMultipart } from './body.ts'
import { answerBroken, BadRequest } from './broken-request.ts'
import { isWorthZipping, zipped } from './compress.ts'
import { type ControlGuard, controlFault } from './control-guard.ts'
import { etagOf, isKnown } from './etag.ts'
import { graphHeaders } from './headers.ts'
import { OFFSET_HEADER, PIECE_TYPE, readPiece } from './piece.ts'
import { originForm, readPath, readQuery, splitUrl } from './query.ts'
import type { RequestLog } from './request-log.ts'
import { sendBytes } from './send-bytes.ts'
import { dropUnkept } from './unkept.ts'

/** A JSON or form body; files are streamed and have the limit of media. */
const MAX_BODY_BYTES = 4 * 1024 * 1024
const MAX_UPLOAD_BYTES = 100 * 1024 * 1024
/** What the control operations take: whole worlds. */
const MAX_CONTROL_UPLOAD_BYTES = 8 * 1024 * 1024 * 1024
/** A client whose headers, or whose whole request, are not here by then is cut off. Real time; large files take long. */
const SLOW_HEADERS_MS = 60_000
const SLOW_REQUEST_MS = 15 * 60_000
const MAX_HEADER_BYTES = 32 * 1024
/** https://www.rfc-editor.org/rfc/rfc9110#name-media-type */
const MEDIA_TYPE = /^\s*[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;|$)/
/** Spaces a level, with `pretty=1`. */
const INDENT = 3

export interface ServerOptions {
  kernel: Kernel
  log: RequestLog
  control: ControlGuard
  elapsed: () => number
  onFault: (cause: unknown, request: string) => void
}

/** Fastify with one catch-all for the Graph and one for `/control`. The only code that sees headers. */
export function httpServer(options: ServerOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    logger: false,
    requestTimeout: SLOW_REQUEST_MS,
    http: { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: SLOW_HEADERS_MS },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: false },
    rewriteUrl: ({ url = '/' }) => originForm(url),
    clientErrorHandler: (error, line) =>
      answerBroken(error, line, { trace: options.kernel.ids.trace(), maxHeaderBytes: MAX_HEADER_BYTES }),
    frameworkErrors: (_error, _request, reply) => void badRequest(options, reply),
    return503OnClosing: false,
    // No route has a schema of Fastify's; its compilers would be loaded all the same.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload))
  app.addContentTypeParser(PIECE_TYPE, (_request, payload, done) => done(null, payload))
  // JSON is what `*` does, too: named, it is found without a search.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setErrorHandler((error: { code?: string; statusCode?: number }, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(options, reply, TooLargeBody)
    if (error.statusCode !== undefined && error.statusCode < 500) return badRequest(options, reply)
    options.onFault(error, `${request.method} ${request.url}`)
    return refuse(options, reply, UnknownError)
  })
  app.addHook('onRequest', (request, reply, done) => {
    const { headers } = request
    if (headers[OFFSET_HEADER] !== undefined) headers['content-type'] = PIECE_TYPE
    // A type that is none counts like no type at all.
    else if (headers['content-type'] !== undefined && !MEDIA_TYPE.test(headers['content-type'])) {
      delete headers['content-type']
    }
    if (request.method !== 'OPTIONS' || isControl(request)) return done()
    void reply
      .code(204)
      .headers({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
        'access-control-allow-headers': headers['access-control-request-headers'] ?? 'authorization, content-type',
        'access-control-max-age': '86400',
      })
      .send()
  })
  const graph = (request: FastifyRequest, reply: FastifyReply) => serve(options, 'graph', request, reply)
  const control = (request: FastifyRequest, reply: FastifyReply) => serve(options, 'control', request, reply)
  for (const method of ['PURGE', 'PROPFIND'] as const) app.addHttpMethod(method)
  app.all('/control/*', control)
  app.all('/*', graph)
  app.setNotFoundHandler(graph)
  return app
}

/** By its route: in a URL the word may be written in more than one way. */
const isControl = ({ routeOptions, url }: FastifyRequest): boolean => (routeOptions?.url ?? url).startsWith('/control')

function noSchemas(): never {
  throw new Error('Routes are declared without schemas: the contracts of operations say what is valid.')
}

const TooLargeBody: Refusal = {
  name: 'BodyTooLarge',
  code: 1,
  http: 413,
  bare: true,
  message: `The request body is larger than ${MAX_BODY_BYTES} bytes.`,
}

const badRequest = (options: ServerOptions, reply: FastifyReply) => refuse(options, reply, BadRequest)

function refuse(options: ServerOptions, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const trace = options.kernel.ids.trace()
  const answer: GraphAnswer = { ok: false, version: DEFAULT_VERSION, refusal }
  const headers = graphHeaders(answer, trace)
  if (isControl(reply.request)) delete headers['access-control-allow-origin']
  return reply
    .code(refusal.http)
    .headers(headers)
    .send(metaJson(errorEnvelope(refusal, trace)))
}

async function serve(
  options: ServerOptions,
  realm: GraphRequest['realm'],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { kernel } = options
  const began = options.elapsed()
  const trace = kernel.ids.trace()
  if (realm === 'control') {
    const fault = controlFault(options.control, request)
    if (fault) return refuse(options, reply, fault)
  }
  const { path, query } = splitUrl(request.url)
  let answer: GraphAnswer
  let pretty = false
  let body: RawParams = {}
  try {
    body = await bodyOf(request, kernel, realm)
    const params: RawParams = query === '' ? body : { ...readQuery(query), ...body }
    const segments = readPath(path)
    if (realm === 'control') segments.shift()
    const token = tokenOf(request, params)
    pretty = params.pretty === '1' || params.pretty === 'true'
    const call: GraphRequest = {
      realm,
      method: methodOf(request),
      path: segments,
      params,
      ...(token === undefined ? {} : { token }),
      baseUrl: baseUrlOf(request),
      name: trace,
    }
    answer = isBatch(call)
      ? {
          ok: true,
          version: servedVersion(segments[0] ?? '') ?? DEFAULT_VERSION,
          body: await answerBatch(kernel, call),
        }
      : await dispatch(kernel, call)
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusal : ServiceUnavailable
    answer = { ok: false, version: DEFAULT_VERSION, refusal, ...(error instanceof Refused ? {} : { cause: error }) }
  }
  if (isStreamed(request.body)) await dropUnkept(kernel.io.blobs, body, answer)
  if (!answer.ok && answer.cause !== undefined) options.onFault(answer.cause, `${request.method} ${path}`)
  return send(options, request, reply, answer, { realm, trace, began, pretty })
}

interface Told {
  realm: GraphRequest['realm']
  trace: string
  began: number
  pretty: boolean
}

function send(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: GraphAnswer,
  { realm, trace, began, pretty }: Told,
): FastifyReply | Promise<FastifyReply> {
  const headers = graphHeaders(answer, trace)
  if (realm === 'control') delete headers['access-control-allow-origin']
  const bytes = answer.ok && isBytes(answer)
  const text = bytes
    ? ''
    : metaJson(answer.ok ? answer.body : errorEnvelope(answer.refusal, trace), pretty ? INDENT : 0)
  const status = statusOf(request, answer, text, headers)
  options.log.add({
    id: trace,
    at: options.kernel.now(),
    method: request.method,
    url: request.url,
    status,
    duration_ms: Math.round((options.elapsed() - began) * 100) / 100,
    ...(Buffer.isBuffer(request.body) && request.body.length > 0 ? { body: request.body } : {}),
    answer: bytes ? '(bytes)' : text,
    ...(answer.ok ? {} : { error_code: answer.refusal.code }),
  })
  if (bytes) return sendBytes(options.kernel.io.blobs, (answer as { body: BytesAnswer }).body, request, reply)
  // Past Fastify's own way of answering, which costs as much as the rest of a send. What it would add is all there.
  reply.hijack()
  if (status !== 304 && isWorthZipping(text, request.headers['accept-encoding'])) {
    return zipped(text).then(body => {
      reply.raw.writeHead(status, { ...headers, 'content-encoding': 'gzip', 'content-length': String(body.length) })
      reply.raw.end(body)
      return reply
    })
  }
  if (status !== 304) headers['content-length'] = String(text.length)
  reply.raw.writeHead(status, headers)
  reply.raw.end(status === 304 ? undefined : text, 'latin1')
  return reply
}

/** HEAD is answered as GET is, and Node leaves the body out. */
const methodOf = ({ method }: FastifyRequest): string => (method === 'HEAD' ? 'GET' : method)

/** A read that the client has already is answered with 304; it counts as a call all the same. */
function statusOf(request: FastifyRequest, answer: GraphAnswer, text: string, headers: Record<string, string>): number {
  if (!answer.ok) return answer.refusal.http
  if (methodOf(request) !== 'GET' || text === '') return 200
  headers.etag = etagOf(text)
  return isKnown(request.headers['if-none-match'], headers.etag) ? 304 : 200
}

/** Only these bring files. */
const isStreamed = (body: unknown): boolean => body !== undefined && body !== null && !Buffer.isBuffer(body)

const isBytes = (answer: GraphAnswer): boolean =>
  answer.ok &&
  answer.operation !== undefined &&
  typeof answer.body === 'object' &&
  answer.body !== null &&
  'blob' in answer.body

async function bodyOf(request: FastifyRequest, kernel: Kernel, realm: GraphRequest['realm']): Promise<RawParams> {
  const { body } = request
  if (body === undefined || body === null) return {}
  const contentType = request.headers['content-type'] ?? ''
  if (Buffer.isBuffer(body)) return readBody(contentType, body)
  const limit = realm === 'control' ? MAX_CONTROL_UPLOAD_BYTES : MAX_UPLOAD_BYTES
  const offset = request.headers[OFFSET_HEADER]
  if (offset !== undefined) return readPiece(body as Readable, String(offset), kernel.io.blobs, limit)
  return readMultipart(contentType, body as Readable, kernel.io.blobs, limit)
}

function tokenOf(request: FastifyRequest, params: RawParams): string | undefined {
  const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')
  if (header) return header[1]!.trim()
  return typeof params.access_token === 'string' && params.access_token !== '' ? params.access_token : undefined
}
