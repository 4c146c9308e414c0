import type { Media } from '../domain/messaging/media.ts'
import { mediaUrl } from '../domain/messaging/media-url.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import { retentionMinutes } from '../domain/numbers/settings.ts'
import { DAY, MINUTE } from '../domain/time.ts'
import type { Unit } from '../store/store.ts'

/**
 * How long a business can fetch what a customer sent to a number that stores.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
const RECEIVED_MEDIA_LIFE = 7 * DAY

export type InboundKind = 'image' | 'video' | 'audio' | 'document' | 'sticker'

/** A file from a customer's phone; its bytes already lie in the blob store. */
export interface InboundFile {
  kind: InboundKind
  blob: string
  file_size: number
  /** Hex. */
  sha256: string
  mime_type: string
  filename?: string
  caption?: string
  /** Recorded in the chat, not picked from the phone. */
  voice?: boolean
  animated?: boolean
}

/** How links of this server are made: see mediaUrl. */
export interface Links {
  baseUrl: string
  sign(text: string): string
}

/** Keeps a customer's file for the business to fetch, and returns what webhooks say of it. */
export function receiveMedia(
  { stage, ids, now }: Unit,
  number: PhoneNumber,
  file: InboundFile,
  { baseUrl, sign }: Links,
): { [member: string]: unknown } {
  const { kind, blob, file_size, sha256, filename, caption, voice, animated } = file
  const { id: phone_number_id, account_id } = number
  const minutes = retentionMinutes(number)
  const media: Media = {
    id: ids.node(),
    phone_number_id,
    account_id,
    mime_type: file.mime_type,
    sha256,
    file_size,
    blob,
    ...(filename ? { filename } : {}),
    origin: 'received',
    created_at: now,
    expires_at: now + (minutes === undefined ? RECEIVED_MEDIA_LIFE : minutes * MINUTE),
  }
  stage.node(media.id, 'WhatsAppBusinessMedia', account_id)
  stage.media.add(media)
  stage.job({ id: ids.key(), name: 'expire-media', due_at: media.expires_at, payload: { media_id: media.id } })
  return {
    ...(caption ? { caption } : {}),
    ...(kind === 'document' && filename ? { filename } : {}),
    mime_type: media.mime_type,
    sha256: Buffer.from(sha256, 'hex').toString('base64'),
    id: media.id,
    url: mediaUrl(baseUrl, media.id, now, sign, 'webhook'),
    ...(kind === 'audio' ? { voice: voice === true } : {}),
    ...(kind === 'sticker' ? { animated: animated === true } : {}),
  }
}
