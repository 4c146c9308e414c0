import { z } from 'zod'
import { AccountNode } from '../../api/account/node.ts'
import type { Account } from '../../domain/accounts/model.ts'
import { restricted } from '../../domain/accounts/standing.ts'
import { DIRECT_PARDONS, DIRECT_VIOLATIONS } from '../../domain/messaging/direct-send.ts'
import { DAY } from '../../domain/time.ts'
import { operation } from '../../graph/operation.ts'

const View = z.object({
  id: z.string(),
  utility: z.boolean(),
  authentication: z.boolean(),
  media_headers: z.boolean(),
  rate_limited_until: z.number().optional().describe('Unix milliseconds.'),
})

const view = ({ id, direct_send: { utility, authentication, media_headers, ...rest } = {} }: Account) => ({
  id,
  utility: utility === true,
  authentication: authentication === true,
  media_headers: media_headers === true,
  ...rest,
})

export const setDirectSend = operation({
  on: AccountNode,
  edge: 'direct-send',
  method: 'POST',
  name: 'setDirectSend',
  summary: 'Admit an account to Direct Send, by category; what is left out stays.',
  access: 'control',
  params: z.looseObject({
    utility: z.boolean().optional(),
    authentication: z.boolean().optional(),
    media_headers: z.boolean().optional(),
  }),
  returns: View,
}).run(async ({ node: account, params, stage }) => {
  const { utility, authentication, media_headers } = { ...account.direct_send, ...params }
  const admitted = {
    utility: utility === true,
    authentication: authentication === true,
    media_headers: media_headers === true,
  }
  const changed = { ...account, direct_send: { ...account.direct_send, ...admitted } }
  stage.accounts.change(changed)
  return view(changed)
})

const RESTRICTION = 'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES'

export const judgeDirectSend = operation({
  on: AccountNode,
  edge: 'direct-send-violation',
  method: 'POST',
  name: 'judgeDirectSend',
  summary: 'Find that an account gives its direct sends wrong categories, or lift what followed; account_update tells.',
  access: 'control',
  params: z.looseObject({
    violation: z.enum([...DIRECT_VIOLATIONS, ...DIRECT_PARDONS]),
    days: z.number().positive().max(365).default(1),
  }),
  returns: View,
}).run(async ({ node: account, params: { violation, days }, stage, record, now }) => {
  const until = now + Math.round(days * DAY)
  const blocks = violation === 'STRIKE_1' || violation === 'STRIKE_2' || violation === 'OFFBOARD'
  const added = blocks ? [{ restriction_type: RESTRICTION, expires_at: until } as const] : []
  const { rate_limited_until: _, ...free } = account.direct_send ?? {}
  const slowed = violation === 'RATE_LIMIT' ? { ...free, rate_limited_until: until } : free
  const kept = violation === 'WARN' ? account.direct_send : slowed
  const restrictions = restricted(account, added, now).filter(
    one => violation !== 'UNBAN' || one.restriction_type !== RESTRICTION,
  )
  const changed = { ...account, restrictions, ...(kept ? { direct_send: kept } : {}) }
  stage.accounts.change(changed)
  record({ type: 'account.restricted', at: now, account_id: account.id, restrictions: added, direct_send: violation })
  return view(changed)
})
