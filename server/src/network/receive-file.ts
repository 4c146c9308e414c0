import { MediaDownloadFailed } from '../domain/catalogue.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { StatusError } from '../domain/refusals.ts'
import { statusError } from '../domain/refusals.ts'
import type { Unit } from '../store/store.ts'
import { type InboundFile, type InboundKind, type Links, receiveMedia } from './receive-media.ts'

/** A file that a phone sends and the business cannot fetch, because it is too large. */
export interface TooLargeFile {
  kind: InboundKind
  tooLarge: true
  mime_type?: string
  filename?: string
  caption?: string
}

/**
 * What webhooks say of a customer's file. Of one that is too large they say what is wrong, and what is known without
 * its bytes.
 * NOTE: how much is left of the object is not published.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export function receiveFile(
  unit: Unit,
  number: PhoneNumber,
  file: InboundFile | TooLargeFile,
  links: Links,
): { content: unknown; errors?: StatusError[] } {
  if (!('tooLarge' in file)) return { content: receiveMedia(unit, number, file, links) }
  const { caption, filename, mime_type } = file
  const content = {
    ...(caption ? { caption } : {}),
    ...(filename ? { filename } : {}),
    ...(mime_type ? { mime_type } : {}),
  }
  return { content, errors: [statusError(MediaDownloadFailed)] }
}
