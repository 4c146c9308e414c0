import { MINUTE, unixSeconds } from '../time.ts'

/**
 * How long the link to a medium works.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export const MEDIA_URL_LIFE = 5 * MINUTE

/** The link to a medium's bytes: an operation of this server, with its expiry and a signature over both. */
export function mediaUrl(
  baseUrl: string,
  mediaId: string,
  now: number,
  sign: (text: string) => string,
  source?: 'webhook',
): string {
  const expires = unixSeconds(now + MEDIA_URL_LIFE)
  const hash = sign(`media/${mediaId}/${expires}`)
  return `${baseUrl}/whatsapp_business/attachments/?mid=${mediaId}${source ? `&source=${source}` : ''}&ext=${expires}&hash=${hash}`
}
