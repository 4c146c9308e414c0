import type { z } from 'zod'
import { Refused } from '../domain/refusals.ts'
import { coerce } from './coerce.ts'
import { shapeRefusal } from './issues.ts'

/** Parameters as they arrived, merged from path, query and body. */
export type RawParams = { [name: string]: unknown }

/** A parameter that is read as text, whatever JSON it came as; lists have commas between them. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(textOf).join(',') : (JSON.stringify(value) ?? '')
}

/**
 * Reads parameters by a contract. JSON of the right types goes straight through; what forms and query strings can
 * only carry as text (numbers, booleans, lists, objects) is read as Graph reads it.
 * Throws Refused with Meta's sentence for the first thing that does not fit, in the contract's order.
 */
export function parseParams<S extends z.ZodType>(schema: S, raw: RawParams): z.output<S> {
  const straight = schema.safeParse(raw)
  if (straight.success) return straight.data
  const coerced = coerce(schema, raw)
  const second = schema.safeParse(coerced)
  if (second.success) return second.data
  throw new Refused(shapeRefusal(second.error.issues, coerced))
}
