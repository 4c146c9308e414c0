import type { Refusal } from '../refusals.ts'

/** One row of the platform's documentation of errors. */
export interface DocumentedError {
  /** The number under which it is documented: `131030`, `190/463`, `200-299`, or a subcode of code 100 by itself. */
  listed: string
  /** Where the platform tells of it; where nothing says so, it is taken to be an answer. */
  told: 'answer' | 'webhook' | 'both'
  /** The error as it is raised; where its words depend on the case, those of one case. */
  refusal: Refusal
  /** The page, when it is not the one about error codes. */
  source?: string
  /** One of several meanings of a number, and not the first: it is found by its number only where it says more. */
  variant?: true
  /** Why it is never raised here. */
  absent?: string
}

/** An error that no rule of ours raises. Its words are the documented title, or those of a captured answer. */
export const error = (code: number, http: number, message: string, more: Partial<Refusal> = {}): Refusal => ({
  name: 'Documented',
  code,
  http,
  message,
  ...more,
})

/** An error of managing templates and numbers: `Invalid parameter`, told apart by its subcode and texts for people. */
export const managed = (subcode: number, userTitle: string): Refusal => ({
  name: 'Documented',
  code: 100,
  subcode,
  http: 400,
  bare: true,
  message: 'Invalid parameter',
  userTitle,
})
