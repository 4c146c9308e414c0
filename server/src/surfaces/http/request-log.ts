import type { LoggedRequest } from '../../graph/io.ts'

/** Calls that are kept, in memory: the log is for looking at what just happened. */
const KEPT_REQUESTS = 1000
/** Of each body. */
const KEPT_BODY_CHARACTERS = 8_192

export interface RequestLog {
  add(request: LoggedRequest): void
  latest(limit: number): LoggedRequest[]
}

export function requestLog(kept = KEPT_REQUESTS): RequestLog {
  const ring: LoggedRequest[] = []
  let next = 0
  return {
    add(request) {
      ring[next] = request
      next = (next + 1) % kept
    },
    latest(limit) {
      const ordered = [...ring.slice(next), ...ring.slice(0, next)]
      return ordered.reverse().slice(0, limit)
    },
  }
}

export const shorten = (text: string): string =>
  text.length > KEPT_BODY_CHARACTERS ? `${text.slice(0, KEPT_BODY_CHARACTERS)}…` : text
