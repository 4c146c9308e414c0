import { InvalidParameter } from '../catalogue/parameters.ts'
import type { Refusal } from '../refusals.ts'
import { DAY } from '../time.ts'

/**
 * How far back numbers go: of accounts, and of templates.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics
 */
export const LOOK_BACK = 365 * DAY
export const TEMPLATE_LOOK_BACK = 90 * DAY

/** Whether a range of instants can be asked about. A day more than the look-back is given, as zones begin it apart. */
export function rangeRefusal(start: number, end: number, now: number, lookBack: number): Refusal | undefined {
  if (end <= start) return InvalidParameter('end must be later than start.')
  if (start >= now - lookBack - DAY) return undefined
  return InvalidParameter(`start lies too far back: data is kept for ${lookBack / DAY} days.`)
}
