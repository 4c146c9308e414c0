import { z } from 'zod'
import { frame } from './frame.ts'

const ReplyButton = z.looseObject({
  type: z.literal('reply'),
  reply: z.looseObject({
    id: z.string().describe('Comes back when it is tapped; up to 256 characters.'),
    title: z.string().describe('Up to 20 characters.'),
  }),
})

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
export const ButtonMessage = z.looseObject({
  type: z.literal('button'),
  ...frame,
  action: z.looseObject({
    buttons: z.array(ReplyButton).describe('One to three buttons.'),
  }),
})

const LinkButton = z.looseObject({
  type: z.literal('cta_url'),
  cta_url: z.looseObject({ display_text: z.string(), url: z.string() }),
})

/**
 * Buttons of Direct Send: links as well, before the others.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/supported-message-types
 */
export const DirectButtonMessage = z.looseObject({
  type: z.literal('button'),
  ...frame,
  action: z.looseObject({ buttons: z.array(z.discriminatedUnion('type', [ReplyButton, LinkButton])) }),
})
