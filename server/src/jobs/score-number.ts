import { FEEDBACK_KEPT, FEEDBACK_WINDOW, nextQuality } from '../domain/quality.ts'
import { DAY } from '../domain/time.ts'
import { rateNumber } from '../network/rate-number.ts'
import { job } from './job.ts'

/** Rows of feedback that are forgotten in one go. */
const FORGOTTEN_AT_ONCE = 500

/** Looks at what customers did with messages of a number in the last days; daily while it is not the best. */
export const scoreNumber = job<{ phone_number_id: string; again?: boolean }>({
  name: 'score-number',
  async run({ phone_number_id, again = false }, unit) {
    const { read, stage, ids, now } = unit
    const number = await read.numbers.find(phone_number_id)
    if (!number) return
    const feedback = await read.feedback.sums(phone_number_id, now - FEEDBACK_WINDOW, now)
    const quality = nextQuality(number.quality_rating, feedback)
    for (const id of await read.feedback.old(phone_number_id, now - FEEDBACK_KEPT, FORGOTTEN_AT_ONCE)) {
      stage.remove('feedback', id)
    }
    await rateNumber(unit, number, quality)
    if ((again || quality !== number.quality_rating) && (quality === 'YELLOW' || quality === 'RED')) {
      const payload = { phone_number_id, again: true }
      stage.job({ id: ids.key(), name: 'score-number', due_at: now + DAY, subject: phone_number_id, payload })
    }
  },
})
