import { MINUTE, unixSeconds } from '../time.ts'

/**
 * How long the link to a medium works.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
const MEDIA_URL_LIFE = 5 * MINUTE

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

/** What is signed of the picture of a profile, whose link does not expire. */
export const pictureSignature = (mediaId: string): string => `picture/${mediaId}`

/** The link to the picture of a profile: an operation of this server that needs no token. */
export const pictureUrl = (baseUrl: string, mediaId: string, sign: (text: string) => string): string =>
  `${baseUrl}/profile_pictures/?mid=${mediaId}&hash=${sign(pictureSignature(mediaId))}`

/** What is signed of the sample of a template, whose link does not expire either. */
export const sampleSignature = (uploadId: string): string => `sample/${uploadId}`

/** The link to the sample of a header: an operation of this server that needs no token. */
export const sampleUrl = (baseUrl: string, uploadId: string, sign: (text: string) => string): string =>
  `${baseUrl}/template_samples/?${new URLSearchParams({ mid: uploadId, hash: sign(sampleSignature(uploadId)) })}`
