import { accessErrors } from './access.ts'
import { callingErrors } from './calling.ts'
import type { DocumentedError } from './documented-error.ts'
import { featuresErrors } from './features.ts'
import { graphErrors } from './graph.ts'
import { messagingErrors } from './messaging.ts'
import { registrationErrors } from './registration.ts'
import { templatesErrors } from './templates.ts'

export type { DocumentedError }

/**
 * Every error that the platform documents, with its code, its HTTP status and its words.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export const documentedErrors: readonly DocumentedError[] = [
  ...accessErrors,
  ...graphErrors,
  ...messagingErrors,
  ...templatesErrors,
  ...featuresErrors,
  ...callingErrors,
  ...registrationErrors,
].sort((a, b) => Number.parseInt(a.listed, 10) - Number.parseInt(b.listed, 10))

/** The error of a code, or the one documented under a number; with a subcode, the one that has it. */
export function documentedError(code: number, subcode?: number): DocumentedError | undefined {
  if (subcode !== undefined) {
    return documentedErrors.find(({ refusal }) => refusal.code === code && refusal.subcode === subcode)
  }
  return documentedErrors.find(({ listed }) => listed === String(code)) ?? inRange(code)
}

/** Codes from 200 to 299 share a row; each is raised under its own number. */
function inRange(code: number): DocumentedError | undefined {
  const row = documentedErrors.find(({ listed }) => {
    const [from, to] = listed.split('-').map(Number)
    return to !== undefined && from! <= code && code <= to
  })
  return row && { ...row, refusal: { ...row.refusal, code } }
}
