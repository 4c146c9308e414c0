import { ValueNotValid } from '../../catalogue.ts'
import type { Refusal } from '../../refusals.ts'

/** An id that begins or ends with a blank would not come back as it was sent. */
export const untrimmed = (label: string, text: string): Refusal | undefined =>
  text.trim() === text ? undefined : ValueNotValid(`${label} must not have leading or trailing spaces`)

/** Choices that a customer or a program could not tell apart. */
export const unique = (details: string, values: readonly string[]): Refusal | undefined =>
  new Set(values).size < values.length ? ValueNotValid(details) : undefined

/** `Invalid sections count. Min allowed sections: 1, Max allowed sections: 10` */
export const withinCount = (plural: string, count: number, min: number, max: number): Refusal | undefined =>
  count < min || count > max
    ? ValueNotValid(`Invalid ${plural} count. Min allowed ${plural}: ${min}, Max allowed ${plural}: ${max}`)
    : undefined

/** Links that a customer may tap. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return (url?.protocol === 'http:' || url?.protocol === 'https:') && url.hostname !== ''
}
