import { inStanding, standingOf } from '../domain/accounts/standing.ts'
import { job } from './job.ts'

/** Carries out a ban that was announced, unless it was taken back or put off in the meantime. */
export const disableAccount = job<{ account_id: string; ban_at: number }>({
  name: 'disable-account',
  async run({ account_id, ban_at }, { read, stage, record, now }) {
    const account = await read.accounts.find(account_id)
    if (!account || standingOf(account) !== 'BAN_SCHEDULED' || account.ban?.at !== ban_at) return
    stage.accounts.change(inStanding(account, 'BANNED', ban_at))
    record({ type: 'account.banned', at: now, account_id, ban_at })
  },
})
