import {
  CallbackVerificationFailed,
  CURL_COULDNT_CONNECT,
  CURL_COULDNT_RESOLVE_HOST,
  CURL_OPERATION_TIMEDOUT,
  CURL_PEER_FAILED_VERIFICATION,
  curlFault,
  httpFault,
} from '../domain/catalogue.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { HttpOut } from './http-out.ts'
import { outcomeOf } from './outcomes.ts'

/** A callback has this long to answer the challenge. Real time. */
const HANDSHAKE_MS = 5_000

interface Handshake {
  url: string
  verifyToken: string
  /** An integer in decimal. */
  challenge: string
  http: HttpOut
}

/**
 * Asks a callback for the challenge. Nothing comes back when it answers 200 with it; otherwise what is wrong, as the
 * platform words it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 */
export async function verifyCallback({ url, verifyToken, challenge, http }: Handshake): Promise<Refusal | undefined> {
  try {
    const asked = new URL(url)
    asked.searchParams.set('hub.mode', 'subscribe')
    asked.searchParams.set('hub.challenge', challenge)
    asked.searchParams.set('hub.verify_token', verifyToken)
    const { status, statusText, text } = await http.getText(asked.href, HANDSHAKE_MS)
    if (status !== 200) return CallbackVerificationFailed(httpFault(status, statusText))
    // NOTE: what the platform says of a 200 with another body is not documented; it reports what it got.
    return text.trim() === challenge ? undefined : CallbackVerificationFailed(httpFault(status, statusText))
  } catch (error) {
    return CallbackVerificationFailed(faultOf(error))
  }
}

function faultOf(error: unknown): string {
  const message = (error as Error).message
  switch (outcomeOf(error)) {
    case 'timed_out':
      return curlFault(
        CURL_OPERATION_TIMEDOUT,
        `Operation timed out after ${HANDSHAKE_MS} milliseconds with 0 bytes received`,
      )
    case 'host_unknown':
      return curlFault(CURL_COULDNT_RESOLVE_HOST, 'Could not resolve host')
    case 'tls_failed':
      return curlFault(CURL_PEER_FAILED_VERIFICATION, message)
    default:
      return curlFault(CURL_COULDNT_CONNECT, message || 'Failed to connect')
  }
}
