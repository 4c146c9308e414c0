import type { Account } from '../../../domain/accounts/model.ts'
import { acceptChecks, withinPairRate, withinThroughput } from '../../../domain/messaging/accept-checks.ts'
import type { MessageDraft } from '../../../domain/messaging/draft.ts'
import { draftChecks } from '../../../domain/messaging/draft-checks.ts'
import { pairTake, throughputTake } from '../../../domain/messaging/limits.ts'
import type { Message } from '../../../domain/messaging/model.ts'
import type { PhoneNumber } from '../../../domain/numbers/model.ts'
import { Refused } from '../../../domain/refusals.ts'
import { firstRaised, modeOfCheck } from '../../../domain/rules/index.ts'
import { RULEBOOK } from '../../../domain/rules/rulebook.ts'
import type { Unit } from '../../../store/store.ts'
import type { AcceptedAnswer } from './accepted.ts'
import { accountFacts } from './account-facts.ts'
import type { SentTemplate } from './bind-sent.ts'
import { checkMedia } from './check-media.ts'
import { hold } from './hold.ts'
import { resolveRecipient } from './resolve-recipient.ts'
import { routeSend, type Sending, shownBody } from './route-send.ts'

/** Who sends, and the account that pays for it. */
interface Sender {
  number: PhoneNumber
  account: Account | undefined
}

/** What tells one way of sending from another: the template that a message is sent as, if any. Throws what says no. */
export type Bind = (draft: MessageDraft, sender: Sender) => Promise<SentTemplate | undefined>

/**
 * Takes a message in: asks the rules, and stages it with everything that follows. Every way to send goes through here.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export async function acceptMessage(
  unit: Unit,
  number: PhoneNumber,
  draft: MessageDraft,
  bind: Bind,
  sending: Sending,
): Promise<AcceptedAnswer> {
  const { read, stage, now, ids, exhausted, record, take } = unit
  const rulebook = await read.rulebook.find(RULEBOOK)
  const facts = { number, exhausted, ...(await accountFacts(draft, number, read, now)) }
  const refusal =
    firstRaised(draftChecks, rulebook, number.id, draft, undefined, now) ??
    firstRaised(acceptChecks, rulebook, number.id, draft, facts, now)
  if (refusal) throw new Refused(refusal)
  const sent = await bind(draft, { number, account: facts.account })
  await checkMedia(draft, number, read, now)
  const { customerId, contact } = await resolveRecipient(draft.to, read)

  const routed = await routeSend(unit, number, customerId, sending, sent !== undefined)

  const key = ids.key()
  const wamid = ids.wamid(customerId, 'sent', key)
  const message: Message = {
    key,
    wamid,
    account_id: number.account_id,
    phone_number_id: number.id,
    customer_id: customerId,
    direction: 'sent',
    at: now,
    type: draft.type,
    status: 'accepted',
    shown: false,
    content: draft.content,
    input: draft.to.input,
    ...(draft.context ? { context: draft.context } : {}),
    ...(draft.recipient_identity_key_hash ? { recipient_identity_key_hash: draft.recipient_identity_key_hash } : {}),
    ...(draft.biz_opaque_callback_data ? { biz_opaque_callback_data: draft.biz_opaque_callback_data } : {}),
    ...routed,
    ...(sent ? { template: sent.template } : {}),
  }
  if (modeOfCheck(withinThroughput, rulebook, number.id) !== 'off') take(throughputTake(number, now))
  if (modeOfCheck(withinPairRate, rulebook, number.id) !== 'off') take(pairTake(number.id, customerId, now))
  const held = sent?.record?.pacing !== undefined && hold(sent.record, { take, stage, ids, exhausted, now }, message)
  stage.messages.add(message)
  if (!held) stage.job({ id: key, name: 'carry-message', due_at: now, subject: customerId, payload: { wamid } })
  if (sent?.wanted) {
    const subject = number.account_id
    stage.job({ id: ids.key(), name: 'make-direct-template', due_at: now, subject, payload: sent.wanted })
  }
  const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customerId }
  const shared = routed.sent_by === undefined ? {} : { for_app: routed.sent_by, request: shownBody(sending) }
  record({ type: 'message.accepted', ...scene, wamid, message_type: draft.type, ...shared })

  return {
    messaging_product: 'whatsapp',
    contacts: [contact],
    messages: [
      draft.type === 'template'
        ? { id: wamid, message_status: held ? 'held_for_quality_assessment' : 'accepted' }
        : { id: wamid },
    ],
  }
}
