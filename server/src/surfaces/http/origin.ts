/**
 * A page on the internet must not drive a server on localhost. What only our own pages and scripts may call checks who
 * asks: the name the server was called by, and the page the call comes from.
 */
export interface OriginRule {
  /** Asked for besides: then any name will do, since a page that rebinds one does not hold the secret. */
  secret?: string | undefined
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/** What is wrong with a call's Host or Origin, as a sentence; nothing when it may pass. */
export function originFault(
  headers: { host?: string | undefined; origin?: string | undefined; 'sec-fetch-site'?: string | undefined },
  rule: OriginRule,
): string | undefined {
  const host = nameOf(headers.host ?? '')
  if (rule.secret === undefined && !LOOPBACK.test(host)) {
    return `Without a control secret, this answers to 127.0.0.1 and localhost only, not to ${host || 'no name'}.`
  }
  if (headers['sec-fetch-site'] === 'cross-site') return 'A page of another site may not call this.'
  if (headers.origin === undefined) return undefined
  let origin: string
  try {
    origin = new URL(headers.origin).host
  } catch {
    return 'A page of unknown origin may not call this.'
  }
  return origin.toLowerCase() === (headers.host ?? '').toLowerCase()
    ? undefined
    : 'A page of another site may not call this.'
}
