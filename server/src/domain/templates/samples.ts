import { listIn } from './json.ts'

/*
 * The documentation writes samples with and without their lists; all forms say the same.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */

/** `["a"]` and `"a"`. */
export const samples = (value: unknown): readonly unknown[] => (typeof value === 'string' ? [value] : listIn(value))

/** `[["a", "b"]]`, `["a", "b"]` and `"a"`. */
export function bodySamples(value: unknown): readonly unknown[] {
  const list = samples(value)
  return Array.isArray(list[0]) ? list[0] : list
}
