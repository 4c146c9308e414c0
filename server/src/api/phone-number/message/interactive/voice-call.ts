import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
export const VoiceCallMessage = z.looseObject({
  type: z.literal('voice_call'),
  ...frame,
  action: z.looseObject({
    name: z.literal('voice_call'),
    parameters: z
      .looseObject({
        display_text: z
          .string()
          .optional()
          .describe('Text of the button, up to 20 characters; `Call Now` when absent.'),
        ttl_minutes: z.int().optional().describe('1 to 43200; a week when absent.'),
        payload: z.string().optional().describe('Comes back in the call webhook; up to 512 characters.'),
      })
      .optional(),
  }),
})
