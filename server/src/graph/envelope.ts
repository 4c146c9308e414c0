import { publicMessage, type Refusal } from '../domain/refusals.ts'

/**
 * Meta's error envelope for a refusal.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
export function errorEnvelope(refusal: Refusal, trace: string): { error: Record<string, unknown> } {
  const error: Record<string, unknown> = {
    message: publicMessage(refusal),
    type: refusal.type ?? 'OAuthException',
    code: refusal.code,
  }
  const data = errorData(refusal)
  if (data) error.error_data = data
  if (refusal.subcode !== undefined) error.error_subcode = refusal.subcode
  if (refusal.transient !== undefined || refusal.userTitle) error.is_transient = refusal.transient ?? false
  if (refusal.userTitle) error.error_user_title = refusal.userTitle
  if (refusal.userMessage) error.error_user_msg = refusal.userMessage
  error.fbtrace_id = trace
  return { ...refusal.beside, error }
}

function errorData(refusal: Refusal): Record<string, unknown> | undefined {
  if (refusal.blame) return { blame_field_specs: [refusal.blame] }
  return refusal.details === undefined ? undefined : { messaging_product: 'whatsapp', details: refusal.details }
}

/** The challenge that goes with every error. */
export const authenticateHeader = (refusal: Refusal): string =>
  `OAuth "Facebook Platform" "${refusal.code === 190 ? 'invalid_token' : 'invalid_request'}" "${headerText(publicMessage(refusal))}"`

const headerText = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').replaceAll('"', "'")
