import { z } from 'zod'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages */
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

export type AcceptedAnswer = z.output<typeof Accepted>
