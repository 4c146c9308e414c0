import type { FastifyRequest } from 'fastify'

const HOST = /^[\w.:[\]-]+$/

/**
 * Where the caller reached the server: what links in its answer begin with. A proxy that speaks TLS says in headers what
 * it was called. Whoever makes them up leads nobody but itself astray.
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-Proto
 */
export function baseUrlOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const scheme = firstOf(headers['x-forwarded-proto']) === 'https' ? 'https' : 'http'
  const forwarded = firstOf(headers['x-forwarded-host'])
  const host = forwarded !== undefined && HOST.test(forwarded) ? forwarded : headers.host
  return `${scheme}://${host ?? 'localhost'}`
}

/** Each proxy on the way adds its own; the first is the one that the caller met. */
const firstOf = (header: string | string[] | undefined): string | undefined => {
  if (header === undefined) return undefined
  return String(header).split(',')[0]!.trim().toLowerCase()
}
