import type { Refusal } from '../refusals.ts'

/* https://developers.facebook.com/docs/graph-api/webhooks/getting-started */

/** The callback did not pass the `hub.challenge` handshake; `fault` from one of the functions below. */
export const CallbackVerificationFailed = (fault: string): Refusal => ({
  name: 'CallbackVerificationFailed',
  code: 2200,
  http: 400,
  message: `Callback verification failed with the following errors: ${fault}`,
})

/** Fields are written in small letters only, unlike other values that come from a list. */
export const UnknownWebhookField = (at: number, fields: readonly string[], got: string): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: `Param fields[${at}] must be one of {${[...fields].sort().join(', ')}} - got "${got}".`,
})

/** The callback answered, but not with success. */
export const httpFault = (status: number, phrase: string): string =>
  `HTTP Status Code = ${status}; HTTP Message = ${phrase}`

/** The callback could not be reached; numbers are libcurl's (https://curl.se/libcurl/c/libcurl-errors.html). */
export const curlFault = (errno: number, error: string): string => `curl_errno = ${errno}; curl_error = ${error}`

export const CURL_COULDNT_RESOLVE_HOST = 6
export const CURL_COULDNT_CONNECT = 7
export const CURL_OPERATION_TIMEDOUT = 28
export const CURL_PEER_FAILED_VERIFICATION = 60
