import { ParameterRequired, TooLong, ValueNotValid } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'

/** Length as people count it: an emoji outside the basic plane is one character, not two. */
function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Cheap first: no text has more characters than code units. */
export const longerThan = (text: string, max: number): boolean => text.length > max && characters(text) > max

/** Graph takes an empty text for a missing one. `name` as Graph prints it. */
export const filled = (name: string, text: string | undefined): Refusal | undefined =>
  text === undefined || text === '' ? ParameterRequired(name) : undefined

/** A limit that Graph itself enforces, and therefore names the parameter. */
export const atMost = (name: string, text: string | undefined, max: number): Refusal | undefined =>
  text !== undefined && longerThan(text, max) ? TooLong(name, max) : undefined

/** `Body text length invalid. Min length: 1, Max length: 1024`: how interactive messages report their texts. */
export const withinLengths = (label: string, text: string, min: number, max: number): Refusal | undefined =>
  longerThan(text, max) || characters(text) < min
    ? ValueNotValid(`${label} length invalid. Min length: ${min}, Max length: ${max}`)
    : undefined

/** `Row title is too long. Max length is 24`: how lists report theirs. */
export const notTooLong = (label: string, text: string | undefined, max: number): Refusal | undefined =>
  text !== undefined && longerThan(text, max) ? ValueNotValid(`${label} is too long. Max length is ${max}`) : undefined
