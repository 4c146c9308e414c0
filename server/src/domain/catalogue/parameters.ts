import type { Refusal } from '../refusals.ts'

/*
 * Parameters. Graph itself names the fault in `message`; rules of the messaging product keep a general sentence there
 * and put the fault in `error_data.details`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */

/** `(#100) Invalid parameter`; what is wrong stands in the details. */
export const InvalidParameter = (details?: string): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: 'Invalid parameter',
  ...(details === undefined ? {} : { details }),
})

/** `name` as Graph prints it, e.g. `template['language']['code']`. */
export const ParameterRequired = (name: string): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: `The parameter ${name} is required.`,
})

export const NotOneOf = (name: string, members: readonly string[], got: string): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: `Param ${name} must be one of {${members
    .map(member => member.toUpperCase())
    .sort()
    .join(', ')}} - got "${got}".`,
})

export const NotAnObject = (name: string): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: `Param ${name} must be a JSON object.`,
})

export const NotAUri = (name: string): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: `Param ${name} is not a valid URI.`,
})

/** The object that `type` announces is absent. */
export const ContentMissing = (type: string): Refusal =>
  InvalidParameter(`Parameter '${type}' is mandatory for type '${type}'`)

/** A value that a rule of the messaging product does not allow. */
export const ValueNotValid = (details: string): Refusal => ({
  name: 'ValueNotValid',
  code: 131009,
  http: 400,
  message: 'Parameter value is not valid',
  details,
})

/** A value that a rule of the messaging product needs. */
export const RequiredMissing = (details: string): Refusal => ({
  name: 'RequiredMissing',
  code: 131008,
  http: 400,
  message: 'Required parameter is missing',
  details,
})

/** A text beyond the limit that Graph itself keeps. */
export const TooLong = (name: string, max: number): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: `Param ${name} must be at most ${max} characters long.`,
})

export const NotANumber = (name: string): Refusal => ({
  name: 'InvalidParameter',
  code: 100,
  http: 400,
  message: `Param ${name} must be a number.`,
})
