import { z } from 'zod'
import type { Account } from '../../domain/accounts/model.ts'
import { restrictionsAt, standingOf } from '../../domain/accounts/standing.ts'

/** An account as the review desk sees it. */
export const AccountView = z.object({
  id: z.string(),
  name: z.string(),
  business_id: z.string(),
  standing: z.string(),
  account_review_status: z.string(),
  restrictions: z.array(z.string()),
  partners: z.array(z.string()),
})

export const accountView = (account: Account, now: number): z.output<typeof AccountView> => ({
  id: account.id,
  name: account.name,
  business_id: account.business_id,
  standing: standingOf(account),
  account_review_status: account.account_review_status,
  restrictions: restrictionsAt(account, now),
  partners: account.partners ?? [],
})
