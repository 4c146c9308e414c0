import { SECOND } from '../domain/time.ts'
import type { Unit } from './store.ts'

/** NOTE: the platform takes days, and people; here nobody has to wait. World time. */
const REVIEW_DELAY = 2 * SECOND

/** Has the display name looked at that is asked for, or the one in use. */
export function reviewNameLater({ stage, ids, now }: Unit, phone_number_id: string): void {
  const payload = { phone_number_id }
  stage.job({ id: ids.key(), name: 'review-name', due_at: now + REVIEW_DELAY, subject: phone_number_id, payload })
}

/** Has the application for an official business account looked at. */
export function reviewOfficialAccountLater({ stage, ids, now }: Unit, phone_number_id: string): void {
  const payload = { phone_number_id }
  const due_at = now + REVIEW_DELAY
  stage.job({ id: ids.key(), name: 'review-official-account', due_at, subject: phone_number_id, payload })
}
