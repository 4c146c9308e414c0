import { TemplateParamFormat } from '../../catalogue.ts'
import { Refused } from '../../refusals.ts'
import { type Json, textIn } from '../json.ts'
import { LIBRARY } from './entries.ts'
import type { LibraryParamType } from './entry.ts'

/**
 * What values of each type look like. ADDRESS and TEXT may be anything; lengths are those of the body.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 */
const LOOKS: Partial<Record<LibraryParamType, RegExp>> = {
  // Digits with separators, and a currency before or after them.
  AMOUNT: /^\D{0,5}\d[\d.,]*\D{0,5}$/,
  DATE: /\d/,
  EMAIL: /^[^\s@]+@[^\s@]+$/,
  NUMBER: /^\S+$/,
  'PHONE NUMBER': /^[\d\s()+-]+$/,
}

/** Throws Refused for the first value of a body that is not of the type that the library gives it. */
export function libraryValues(name: string, parameters: readonly Json[]): void {
  const types = LIBRARY.find(one => one.name === name)?.body_param_types ?? []
  for (const [index, type] of types.entries()) {
    const value = textIn(parameters[index]?.text)
    if (value === undefined || LOOKS[type]?.test(value) !== false) continue
    throw new Refused(TemplateParamFormat(`body: Parameter at index ${index} is not of type ${type}`))
  }
}
