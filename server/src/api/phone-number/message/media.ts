import { z } from 'zod'

const source = {
  id: z.string().optional().describe('Id of an upload. Either this or `link`.'),
  link: z.string().optional().describe('Address of the file, http or https. Either this or `id`.'),
}
const caption = z.string().optional().describe('Text below it, up to 1024 characters.')

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages */
export const Image = z.looseObject({ ...source, caption })

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/video-messages */
export const Video = z.looseObject({ ...source, caption })

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages */
export const Audio = z.looseObject({
  ...source,
  voice: z.boolean().optional().describe('Shown as a voice message; the file has to be OGG with the Opus codec.'),
})

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/document-messages */
export const Document = z.looseObject({
  ...source,
  caption,
  filename: z.string().optional().describe('Name with extension, which decides the icon.'),
})

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/sticker-messages */
export const Sticker = z.looseObject(source)
