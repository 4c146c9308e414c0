import { LIFTED_BY, type UtilityRestriction } from '../domain/accounts/utility-misuse.ts'
import { job } from './job.ts'

/** Tells that a restriction of utility templates is over, unless it was lifted or renewed in the meantime. */
export const liftUtilityRestriction = job<{ account_id: string; restriction_type: UtilityRestriction }>({
  name: 'lift-utility-restriction',
  async run({ account_id, restriction_type }, { read, stage, record, now }) {
    const account = await read.accounts.find(account_id)
    const kept = account?.restrictions?.find(one => one.restriction_type === restriction_type)
    if (!account || account.deleted_at !== undefined || !kept || kept.expires_at > now) return
    const restrictions = account.restrictions!.filter(one => one !== kept)
    stage.accounts.change({ ...account, restrictions })
    record({
      type: 'account.restricted',
      at: now,
      account_id,
      restrictions: [],
      violation: LIFTED_BY[restriction_type],
    })
  },
})
