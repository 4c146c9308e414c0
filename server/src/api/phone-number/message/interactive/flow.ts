import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-flow-messages */
export const FlowMessage = z.looseObject({
  type: z.literal('flow'),
  ...frame,
  action: z.looseObject({
    name: z.literal('flow'),
    parameters: z.looseObject({
      flow_message_version: z.string().describe('Always `3`.'),
      flow_id: z.string().optional().describe('Either this or `flow_name`.'),
      flow_name: z.string().optional(),
      flow_cta: z.string().describe('Text of the button, up to 30 characters.'),
      mode: z.enum(['draft', 'published']).optional(),
      flow_token: z.string().optional().describe('Comes back with the answer; `unused` when absent.'),
      flow_action: z.enum(['data_exchange', 'navigate']).optional(),
      flow_action_payload: z
        .looseObject({ screen: z.string().optional(), data: z.unknown().optional() })
        .optional()
        .describe('First screen and its data; only with `navigate`.'),
    }),
  }),
})
