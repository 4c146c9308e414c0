import { z } from 'zod'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
export const MAX_MESSAGE_LINKS = 2000
/** Characters of a prefilled message. */
export const MAX_PREFILLED = 140

/** Where a link leads: to a phone of this world, with the chat open and the words written. */
export const deepLink = (baseUrl: string, code: string): string => `${baseUrl}/phone?message=${code}`

export const qrImageUrl = (baseUrl: string, code: string, format: string): string =>
  `${baseUrl}/qr_codes/image?code=${code}&format=${format}`

export const MessageLinkView = z.object({
  code: z.string(),
  prefilled_message: z.string(),
  deep_link_url: z.string(),
  qr_image_url: z.string().optional(),
})

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Fourteen letters and digits. The last two are `1`, as in every code that the platform prints. */
export function linkCode(random: string): string {
  const drawn = [...Buffer.from(random)].map(byte => ALPHABET[byte % ALPHABET.length]!)
  return `${drawn.slice(0, 12).join('')}A1`
}
