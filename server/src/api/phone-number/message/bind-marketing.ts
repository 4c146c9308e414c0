import {
  marketingObjection,
  marketingStatus,
  type ProductPolicy,
} from '../../../domain/messaging/marketing-messages.ts'
import { Refused } from '../../../domain/refusals.ts'
import { inVersion } from '../../../graph/versions.ts'
import type { Read } from '../../../store/read.ts'
import type { Bind } from './accept-message.ts'
import { bindSent } from './bind-sent.ts'

/** What `/marketing_messages` sends: by its own product where the account is onboarded, else as the Cloud API does. */
export const bindMarketing =
  (read: Read, version: string, policy: ProductPolicy = 'CLOUD_API_FALLBACK'): Bind =>
  async (draft, { number, account }) => {
    const status = marketingStatus(account ?? {})
    const sent = await bindSent(draft, number.account_id, read, status === 'ONBOARDED')
    if (!sent) return undefined
    const { category, marketing_sync: sync = 'SYNCED' } = sent.record
    const detailed = inVersion({ since: 'v23.0' }, version)
    const refusal = marketingObjection({ category, sync, status, policy, detailed })
    if (refusal) throw new Refused(refusal)
    return sent
  }
