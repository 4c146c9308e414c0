import { marketingBarred } from '../../../domain/accounts/barred.ts'
import { MaxPriceNotSupported, UserIdNotSupported } from '../../../domain/catalogue.ts'
import { directCategory } from '../../../domain/messaging/direct-send.ts'
import { Refused } from '../../../domain/refusals.ts'
import type { Read } from '../../../store/read.ts'
import type { Bind } from './accept-message.ts'
import { bindDirect } from './bind-direct.ts'
import { bindSent } from './bind-sent.ts'

/** What `/messages` sends templates as. Those with a highest price are for the Marketing Messages API alone. */
export const bindCloud =
  (read: Read): Bind =>
  async (draft, { number, account }) => {
    const direct = directCategory(draft)
    if (direct) return bindDirect(draft, direct, number.account_id, read)
    const sent = await bindSent(draft, number.account_id, read)
    if (!sent) return undefined
    const barred = account && marketingBarred(account, sent.template.category)
    if (barred) throw new Refused(barred)
    if (sent.record?.optimization_spec) throw new Refused(MaxPriceNotSupported)
    if (sent.template.category === 'AUTHENTICATION' && draft.to.kind === 'user') throw new Refused(UserIdNotSupported)
    return sent
  }
