import { reviewName as review } from '../domain/numbers/display-name.ts'
import { decideName, nameInReview } from '../domain/numbers/name-decision.ts'
import { job } from './job.ts'

/** Decides over a display name in review by the policy of domain/numbers/display-name.ts. */
export const reviewName = job<{ phone_number_id: string }>({
  name: 'review-name',
  async run({ phone_number_id }, { read, stage, now, record }) {
    const number = await read.numbers.find(phone_number_id)
    const name = number && nameInReview(number)
    if (!number || name === undefined) return
    const rejection_reason = review(name) ?? null
    const decision = rejection_reason ? 'REJECTED' : 'APPROVED'
    stage.numbers.change(decideName(number, decision))
    const { account_id } = number
    const told = { decision, requested_verified_name: name, rejection_reason } as const
    record({ type: 'number.name_reviewed', at: now, account_id, phone_number_id, ...told })
  },
})
