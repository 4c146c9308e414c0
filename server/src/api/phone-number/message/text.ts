import { z } from 'zod'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages */
export const Text = z.looseObject({
  body: z.string().describe('The text, up to 4096 characters. WhatsApp markup and links work.'),
  preview_url: z.boolean().optional().describe('Whether the first link is shown with a preview.'),
})
