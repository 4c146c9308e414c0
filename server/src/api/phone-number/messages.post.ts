import * as catalogue from '../../domain/catalogue.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { acceptMessage } from './message/accept-message.ts'
import { Accepted } from './message/accepted.ts'
import { bindCloud } from './message/bind-cloud.ts'
import { readDraft, SendMessage } from './message/index.ts'
import { PhoneNumberNode } from './node.ts'

/** What any way to send may be refused for. */
export const SENDING_REFUSALS: readonly Refusal[] = [
  catalogue.AccountNotRegistered,
  catalogue.AccountLocked,
  catalogue.PolicyBlocked,
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
  catalogue.ThreadNotOwned,
  catalogue.DirectSendNotEnabled,
  catalogue.DirectSendBlocked,
  catalogue.TemplateLimitReached,
]

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
  refusals: [...SENDING_REFUSALS, catalogue.MaxPriceNotSupported, catalogue.UserIdNotSupported],
}).run(async call => acceptMessage(call, call.node, readDraft(call.params, call.node), bindCloud(call.read), call))
