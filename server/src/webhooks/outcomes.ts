/** How an attempt ended. Everything that can go wrong on a network is one of these. */
const OUTCOMES = [
  'delivered',
  /** An answer other than 200. */
  'status_refused',
  'redirected',
  'timed_out',
  'connection_refused',
  'connection_lost',
  'host_unknown',
  'tls_failed',
  'address_blocked',
  'url_invalid',
  /** The app is no more, and with it the secret that would sign. */
  'app_gone',
  /** Lost on purpose: the receiver is being tried. */
  'dropped',
  /** Called off because the server stops. Never kept: the delivery goes out after the next start. */
  'aborted',
] as const
export type AttemptOutcome = (typeof OUTCOMES)[number]

const BY_NAME: { [name: string]: AttemptOutcome } = {
  BlockedAddress: 'address_blocked',
  TimeoutError: 'timed_out',
  AbortError: 'aborted',
}

const BY_CODE: { [code: string]: AttemptOutcome } = {
  ECONNREFUSED: 'connection_refused',
  ENOTFOUND: 'host_unknown',
  EAI_AGAIN: 'host_unknown',
  EAI_NODATA: 'host_unknown',
  ERR_INVALID_URL: 'url_invalid',
  UND_ERR_INVALID_ARG: 'url_invalid',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls_failed',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls_failed',
}

/** The outcome of a call that was answered. Success is a 200 and nothing else. */
export const outcomeOfStatus = (status: number): AttemptOutcome =>
  status === 200 ? 'delivered' : status >= 300 && status < 400 ? 'redirected' : 'status_refused'

/** The named outcome of an error that a call ended with. */
export function outcomeOf(error: unknown): AttemptOutcome {
  const { code, name } = error as { code?: unknown; name?: unknown }
  const text = String(code ?? '')
  const known = BY_NAME[String(name)] ?? BY_CODE[text]
  if (known) return known
  if (/TIMEOUT|TIMEDOUT/.test(text)) return 'timed_out'
  return /CERT|TLS|SSL|EPROTO|UNABLE_TO_VERIFY/.test(text) ? 'tls_failed' : 'connection_lost'
}
