import { hangsOnWindow } from '../../../domain/accounts/barred.ts'
import type { AcceptFacts } from '../../../domain/messaging/accept-checks.ts'
import type { MessageDraft } from '../../../domain/messaging/draft.ts'
import { serviceWindow } from '../../../domain/messaging/window.ts'
import type { PhoneNumber } from '../../../domain/numbers/model.ts'
import type { Read } from '../../../store/read.ts'
import { resolveRecipient } from './resolve-recipient.ts'

/** How the account stands: a record in memory. The chat is looked at only while a restriction hangs on its window. */
export async function accountFacts(
  draft: MessageDraft,
  number: PhoneNumber,
  read: Read,
  now: number,
): Promise<Pick<AcceptFacts, 'account' | 'windowOpen'>> {
  const account = await read.accounts.find(number.account_id)
  if (!account) return {}
  if (!hangsOnWindow(account, now)) return { account }
  const { customerId } = await resolveRecipient(draft.to, read)
  const conversation = await read.conversations.find(number.id, customerId)
  return { account, windowOpen: serviceWindow(conversation?.last_received_at, now).open }
}
