import { z } from 'zod'
import * as catalogue from '../../domain/catalogue.ts'
import { PRODUCT_POLICIES } from '../../domain/messaging/marketing-messages.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { acceptMessage } from './message/accept-message.ts'
import { Accepted } from './message/accepted.ts'
import { bindMarketing } from './message/bind-marketing.ts'
import { readDraft, SendMessage } from './message/index.ts'
import { SENDING_REFUSALS } from './messages.post.ts'
import { PhoneNumberNode } from './node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages */
const MarketingMessage = z.looseObject({
  ...SendMessage.pick({
    messaging_product: true,
    to: true,
    recipient: true,
    template: true,
    biz_opaque_callback_data: true,
    recipient_identity_key_hash: true,
  }).shape,
  recipient_type: z.literal('individual').optional(),
  type: z.string().optional().describe('`template`.'),
  product_policy: z
    .enum(PRODUCT_POLICIES)
    .optional()
    .describe('What becomes of it where the account is not onboarded.'),
  message_activity_sharing: z.boolean().optional().describe('Instead of what the account says of sharing activity.'),
  bid_spec: z
    .looseObject({ per_message_bid_multiplier: z.coerce.number().positive().optional() })
    .optional()
    .describe('For templates with a highest price.'),
})

export const sendMarketingMessage = operation({
  on: PhoneNumberNode,
  edge: 'marketing_messages',
  method: 'POST',
  name: 'sendMarketingMessage',
  summary: 'Send a marketing template by the Marketing Messages API.',
  docs: 'marketing-messages/send-marketing-messages',
  access: ['whatsapp_business_messaging'],
  denied: catalogue.NoSendPermission,
  params: MarketingMessage,
  returns: Accepted,
  units: 'shared',
  refusals: [
    ...SENDING_REFUSALS,
    catalogue.MustBeTemplate,
    catalogue.MarketingTemplatesOnly,
    catalogue.MarketingMessagesOnly,
    catalogue.TemplateSyncing,
    catalogue.TemplateNotUsable,
  ],
}).run(async call => {
  const { node: number, params, read, version } = call
  if (params.type?.toLowerCase() !== 'template') throw new Refused(catalogue.MustBeTemplate)
  const draft = readDraft({ ...params, type: 'template' }, number)
  return acceptMessage(call, number, draft, bindMarketing(read, version, params.product_policy), call)
})
