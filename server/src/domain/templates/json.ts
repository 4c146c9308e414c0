/*
 * Reading of members that may hold anything: what callers sent, and what a template was stored with. A member of the
 * wrong kind counts as absent, so rules never meet a surprise.
 */
export type Json = Readonly<Record<string, unknown>>

const NOTHING: Json = Object.freeze({})

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const objectIn = (value: unknown): Json => (isObject(value) ? value : NOTHING)

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const objectsIn = (value: unknown): Json[] => listIn(value).map(objectIn)

export const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Types and formats are accepted in any case; inside the server they are compared in upper case. */
export const upperIn = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '')

/** A count or position, as a number or as its digits. */
export function wholeIn(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : undefined
}
