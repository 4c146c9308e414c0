import { OFFICIAL_MESSAGES, officialAlert, unmetRequirement } from '../domain/numbers/official-account.ts'
import { job } from './job.ts'

/** Decides over an application for an official business account, by the documented requirements. */
export const reviewOfficialAccount = job<{ phone_number_id: string }>({
  name: 'review-official-account',
  async run({ phone_number_id }, { read, stage, now, record }) {
    const number = await read.numbers.find(phone_number_id)
    if (number?.official_account?.status !== 'PENDING') return
    const account = await read.accounts.find(number.account_id)
    const business = account && (await read.businesses.find(account.business_id))
    if (!business) return
    const unmet = unmetRequirement(number, business, now)
    const decision = unmet === undefined ? 'APPROVED' : 'REJECTED'
    const message = unmet === undefined ? OFFICIAL_MESSAGES.APPROVED : `${OFFICIAL_MESSAGES.REJECTED} ${unmet}`
    stage.numbers.change({ ...number, official_account: { status: decision, message, at: now } })
    const alert = officialAlert(phone_number_id, decision, message)
    record({ type: 'account.alerted', at: now, account_id: number.account_id, phone_number_id, alert })
  },
})
