import type { Refusal } from '../../refusals.ts'
import type { Template } from '../model.ts'
import { ComponentsInvalid, LeadingOrTrailing, TooManyVariables } from '../refusals.ts'
import { isNamed, isPositional, variablesIn, withoutVariables } from '../variables.ts'
import { staticWords } from '../words.ts'

/*
 * How variables may be written.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-review
 */

/** Braces in pairs, and nothing between them but a number or a name. */
export const wellFormed = (where: string, text: string): Refusal | undefined =>
  /\{\{|\}\}/.test(withoutVariables(text))
    ? ComponentsInvalid(`The variables of the ${where} are not written correctly. Write {{1}} or {{name}}.`)
    : undefined

/** Positional templates number from 1 without gaps, in each text anew; named ones use names only. */
export function consistent(where: string, text: string, format: Template['parameter_format']): Refusal | undefined {
  const names = variablesIn(text)
  if (format === 'NAMED') {
    return names.every(isNamed)
      ? undefined
      : ComponentsInvalid(`The variables of the ${where} must have lower case names, as parameter_format is NAMED.`)
  }
  if (!names.every(isPositional)) {
    return ComponentsInvalid(`The variables of the ${where} must be numbers, as parameter_format is POSITIONAL.`)
  }
  return names.every((_, index) => names.includes(String(index + 1)))
    ? undefined
    : ComponentsInvalid(`The variables of the ${where} must be numbered from {{1}} without gaps.`)
}

export const notAtTheEdges = (text: string): Refusal | undefined =>
  /^\s*\{\{|\}\}\s*$/.test(text) ? LeadingOrTrailing : undefined

/**
 * Words beside the variables that a body with so many of them needs. The platform does not publish its ratio; two for
 * each variable and one more is what its users report.
 */
export const wordsNeeded = (variables: number): number => (variables === 0 ? 0 : 2 * variables + 1)

export const enoughWords = (text: string): Refusal | undefined =>
  staticWords(text) < wordsNeeded(variablesIn(text).length) ? TooManyVariables : undefined
