/**
 * One documented way to say no. The same entry fills the error envelope of an answer and the `errors` of a status.
 * `message` is the sentence after the `(#code)` prefix; with `bare` it stands alone.
 */
export interface Refusal {
  name: string
  code: number
  subcode?: number
  /** HTTP status of the answer. */
  http: number
  message: string
  type?: 'OAuthException' | 'GraphMethodException' | 'GraphBatchException'
  bare?: boolean
  transient?: boolean
  /** Title in webhooks, where it differs from `message`. */
  title?: string
  /** Public detail, in `error_data.details`. */
  details?: string
  /** Detail in webhooks, where it differs from `details`. */
  statusDetails?: string
  /** Statuses carry it without the link to an explanation. */
  unlinked?: true
  /** Fields at fault, in `error_data.blame_field_specs`. */
  blame?: string[]
  userTitle?: string
  userMessage?: string
  /** Members of the answer beside `error`: what was done before the refusal. */
  beside?: { [member: string]: unknown }
}

/** An error as webhooks carry it. */
export interface StatusError {
  code: number
  title: string
  message: string
  error_data?: { details: string }
  href?: string
}

/** Thrown by handlers and rules; the kernel turns it into Meta's envelope. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** `(#131030) Recipient phone number not in allowed list`, or the bare message. */
export const publicMessage = (refusal: Refusal): string =>
  refusal.bare ? refusal.message : `(#${refusal.code}) ${refusal.message}`

/** Where Meta's webhooks point for an explanation. */
const ERROR_HELP = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/'

/** The same refusal as a failed status carries it. */
export function statusError(refusal: Refusal): StatusError {
  const title = refusal.title ?? refusal.message
  const error: StatusError = { code: refusal.code, title, message: title }
  const details = refusal.statusDetails ?? refusal.details
  if (details) error.error_data = { details }
  if (!refusal.unlinked) error.href = ERROR_HELP
  return error
}
