import type { LoggedRequest } from '../../graph/io.ts'

/** Calls that are kept, in memory: the log is for looking at what just happened. */
const KEPT_REQUESTS = 1000
/** Of each body. */
const KEPT_BODY_CHARACTERS = 8_192
const KEPT_BODY_BYTES = 9_000

/** A call as it was, to be made fit for reading when somebody looks. */
interface RawRequest extends Omit<LoggedRequest, 'path' | 'request_body' | 'response_body'> {
  url: string
  body?: Buffer
  answer: string
}

export interface RequestLog {
  add(request: RawRequest): void
  latest(limit: number): LoggedRequest[]
}

export function requestLog(kept = KEPT_REQUESTS): RequestLog {
  const ring: RawRequest[] = []
  let next = 0
  return {
    add(request) {
      // What is never shown is not kept.
      const { body, answer } = request
      if (body && body.length > KEPT_BODY_BYTES) request.body = Buffer.from(body.subarray(0, KEPT_BODY_BYTES))
      request.answer = shorten(answer)
      ring[next] = request
      next = (next + 1) % kept
    },
    latest(limit) {
      const ordered = [...ring.slice(next), ...ring.slice(0, next)]
      return ordered.reverse().slice(0, limit).map(readable)
    },
  }
}

function readable({ url, body, answer, ...rest }: RawRequest): LoggedRequest {
  return {
    ...rest,
    path: hideSecrets(url),
    ...(body ? { request_body: shorten(hideSecrets(body.toString('utf8'))) } : {}),
    response_body: hideSecrets(answer),
  }
}

const shorten = (text: string): string =>
  text.length > KEPT_BODY_CHARACTERS ? `${text.slice(0, KEPT_BODY_CHARACTERS)}…` : text

/** Parameters, and members of answers, that let others act in somebody's name. */
const SECRETS =
  /((?:access_token|input_token|fb_exchange_token|revoke_token|client_secret|app_secret)(?:=|"\s*:\s*"))[^&"\s]+/g

const hideSecrets = (text: string): string => text.replace(SECRETS, '$1…')
