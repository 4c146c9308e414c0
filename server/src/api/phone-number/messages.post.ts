import { z } from 'zod'
import { marketingBarred } from '../../domain/accounts/barred.ts'
import * as catalogue from '../../domain/catalogue.ts'
import { acceptChecks, withinPairRate, withinThroughput } from '../../domain/messaging/accept-checks.ts'
import { draftChecks } from '../../domain/messaging/draft-checks.ts'
import { pairTake, throughputTake } from '../../domain/messaging/limits.ts'
import type { Message } from '../../domain/model.ts'
import { Refused } from '../../domain/refusals.ts'
import { firstRaised, modeOfCheck } from '../../domain/rules/index.ts'
import { RULEBOOK } from '../../domain/rules/rulebook.ts'
import { operation } from '../../graph/operation.ts'
import { accountFacts } from './message/account-facts.ts'
import { bindSent } from './message/bind-sent.ts'
import { checkMedia } from './message/check-media.ts'
import { hold } from './message/hold.ts'
import { readDraft, SendMessage } from './message/index.ts'
import { resolveRecipient } from './message/resolve-recipient.ts'
import { PhoneNumberNode } from './node.ts'

export const Accepted = z.object({
  messaging_product: z.literal('whatsapp'),
  contacts: z.array(z.object({ input: z.string(), wa_id: z.string().optional(), user_id: z.string().optional() })),
  messages: z.array(
    z.object({
      id: z.string().describe('wamid'),
      message_status: z.enum(['accepted', 'held_for_quality_assessment', 'paused']).optional(),
    }),
  ),
})

export const sendMessage = operation({
  on: PhoneNumberNode,
  edge: 'messages',
  method: 'POST',
  name: 'sendMessage',
  summary: 'Send a message to a customer. 200 means accepted; what became of it comes by webhook.',
  docs: 'messages/send-messages',
  access: ['whatsapp_business_messaging'],
  denied: catalogue.NoSendPermission,
  params: SendMessage,
  returns: Accepted,
  units: 'shared',
  refusals: [
    catalogue.AccountNotRegistered,
    catalogue.AccountLocked,
    catalogue.PolicyBlocked,
    catalogue.PaymentIssue,
    catalogue.MarketingTemplatesDisabled,
    catalogue.RecipientNotAllowed,
    catalogue.HelloWorldOnlyFromTestNumbers,
    catalogue.RecipientIsSender,
    catalogue.ThroughputExceeded,
    catalogue.PairRateExceeded,
    catalogue.TemplateMissing('', ''),
    catalogue.TemplateParamCount(''),
    catalogue.TemplateParamFormat(''),
    catalogue.TemplateInvalid(''),
    catalogue.TemplateTextTooLong(''),
    catalogue.TemplatePaused,
    catalogue.TemplateDisabled,
    catalogue.ValueNotValid(''),
    catalogue.RequiredMissing(''),
    catalogue.GroupUnknown,
    catalogue.DirectSendNotEnabled,
  ],
}).run(async ({ node: number, params, read, stage, now, ids, exhausted, record, take }) => {
  const draft = readDraft(params, number)
  const rulebook = await read.rulebook.find(RULEBOOK)
  const facts = { number, exhausted, ...(await accountFacts(draft, number, read, now)) }
  const refusal =
    firstRaised(draftChecks, rulebook, number.id, draft, undefined, now) ??
    firstRaised(acceptChecks, rulebook, number.id, draft, facts, now)
  if (refusal) throw new Refused(refusal)
  const sent = await bindSent(draft, number.account_id, read)
  const template = sent?.template
  const barred = template && facts.account && marketingBarred(facts.account, template.category)
  if (barred) throw new Refused(barred)
  await checkMedia(draft, number, read, now)
  const { customerId, contact } = await resolveRecipient(draft.to, read)

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
    ...(template ? { template } : {}),
  }
  if (modeOfCheck(withinThroughput, rulebook, number.id) !== 'off') take(throughputTake(number, now))
  if (modeOfCheck(withinPairRate, rulebook, number.id) !== 'off') take(pairTake(number.id, customerId, now))
  const held = sent?.record.pacing !== undefined && hold(sent.record, { take, stage, ids, exhausted, now }, message)
  stage.messages.add(message)
  if (!held) stage.job({ id: key, name: 'carry-message', due_at: now, subject: customerId, payload: { wamid } })
  const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customerId }
  record({ type: 'message.accepted', ...scene, wamid, message_type: draft.type })

  return {
    messaging_product: 'whatsapp',
    contacts: [contact],
    messages: [
      template ? { id: wamid, message_status: held ? 'held_for_quality_assessment' : 'accepted' } : { id: wamid },
    ],
  }
})
