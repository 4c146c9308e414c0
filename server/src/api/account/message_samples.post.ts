import { z } from 'zod'
import { InvalidParameter } from '../../domain/catalogue.ts'
import { firstRefusal } from '../../domain/messaging/check.ts'
import { directComponents } from '../../domain/messaging/direct-template.ts'
import { draftChecks } from '../../domain/messaging/draft-checks.ts'
import { Refused } from '../../domain/refusals.ts'
import { judgedCategory } from '../../domain/templates/index.ts'
import { operation } from '../../graph/operation.ts'
import { readDraft, SendMessage } from '../phone-number/message/index.ts'
import { AccountNode } from './node.ts'

/** Whom a sample would go to, which nobody looks at. */
const NOBODY = '16505551234'

export const judgeSample = operation({
  on: AccountNode,
  edge: 'message_samples',
  method: 'POST',
  name: 'judgeSample',
  summary: 'Ask which category a message of Direct Send belongs to; nothing is sent.',
  docs: 'direct-send/send-sample-payloads',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  params: z.looseObject(SendMessage.partial({ messaging_product: true }).shape),
  returns: z.object({ success: z.literal(true), category: z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY']) }),
  refusals: [InvalidParameter()],
}).run(async ({ node: _, params, now }) => {
  const sample = { to: NOBODY, ...params, messaging_product: 'whatsapp' as const, category: 'utility' as const }
  const draft = readDraft(sample, { digits: NOBODY })
  const refusal = firstRefusal(draftChecks, draft, undefined, now)
  if (refusal) throw new Refused(refusal)
  return { success: true as const, category: judgedCategory('UTILITY', directComponents(draft)) }
})
