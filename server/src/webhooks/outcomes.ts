/** How an attempt ended. Everything that can go wrong on a network is one of these. */
export const OUTCOMES = [
  'delivered',
  'status_refused',
  'redirected',
  'timed_out',
  'connection_refused',
  'connection_lost',
  'host_unknown',
  'tls_failed',
  'address_blocked',
  'url_invalid',
] as const
export type AttemptOutcome = (typeof OUTCOMES)[number]

/** The named outcome of an error that a call ended with. */
export function outcomeOf(error: unknown): AttemptOutcome {
  const { code = '', name = '' } = error as { code?: string; name?: string }
  if (name === 'BlockedAddress' || (error as Error)?.constructor?.name === 'BlockedAddress') return 'address_blocked'
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT/.test(code)) return 'timed_out'
  if (code === 'ECONNREFUSED') return 'connection_refused'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'host_unknown'
  if (code === 'ERR_INVALID_URL' || code === 'UND_ERR_INVALID_ARG') return 'url_invalid'
  if (/CERT|TLS|SSL|SELF_SIGNED/.test(code)) return 'tls_failed'
  return 'connection_lost'
}
