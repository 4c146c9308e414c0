import { Refused } from '../domain/refusals.ts'

/** Says no to a control call, with a sentence that tells what to do instead. */
export const refusal = (sentence: string): Refused =>
  new Refused({ name: 'InvalidParameter', code: 100, http: 400, message: sentence })
