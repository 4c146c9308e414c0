import type { MediaFacts } from './messaging/media-facts.ts'
import { bareMime } from './messaging/media-types.ts'
import { DAY, HOUR, unixSeconds } from './time.ts'

/*
 * The Resumable Upload API: a session takes the bytes of one file in as many pieces as it needs, and the handle of the
 * whole file stands for it in templates and profiles.
 * https://developers.facebook.com/docs/graph-api/guides/upload
 */

/**
 * A file on its way through the Resumable Upload API. Once all of it is there its handle stands for it.
 * https://developers.facebook.com/docs/graph-api/guides/upload
 */
export interface UploadSession {
  /** `upload:…`, without the signature that callers hand back in `sig`. */
  id: string
  app_id: string
  business_id: string
  /** Who began it, as the handle tells. */
  user_id: string
  file_name?: string
  /** Bytes of the whole file. */
  file_length: number
  file_type: string
  /** Where the bytes lie that have arrived, in order; one when the file is whole. */
  pieces: { blob: string }[]
  /** Bytes that have arrived. */
  file_offset: number
  /** From here on only when the file is whole. */
  handle?: string
  /** Hex. */
  sha256?: string
  facts?: MediaFacts
  created_at: number
  expires_at: number
}

export const UPLOAD_TYPES = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'] as const

/** NOTE: older texts only; the current page does not say how long a session waits for its bytes. */
export const SESSION_LIFE = 24 * HOUR
/** NOTE: not published; what users of the platform reckon with. */
export const HANDLE_LIFE = 30 * DAY

const PREFIX = '1:attachment:'
const HANDLE_VERSION = '4'

/** `token` is opaque, of URL-safe characters. */
export const sessionId = (token: string): string => `upload:${base64(PREFIX + token)}`

/** What is signed of a session, and of a handle. */
export const sessionSignature = (id: string, sign: (text: string) => string): string => `AR${sign(id)}`

/** A session's id as callers get it and call it. */
export const publicId = (id: string, sign: (text: string) => string): string =>
  `${id}?sig=${sessionSignature(id, sign)}`

/** The handle of a file that is whole. Opaque to callers; here it leads back to its session. */
export function handleOf(session: UploadSession, expiresAt: number, sign: (text: string) => string): string {
  const { id, file_name = '', file_type, app_id, user_id } = session
  const parts = [
    HANDLE_VERSION,
    base64(file_name),
    base64(file_type),
    tokenOf(id),
    'e',
    unixSeconds(expiresAt),
    app_id,
    user_id,
  ]
  return `${parts.join(':')}:AR${sign(parts.join(':'))}`
}

/** The session that a handle leads to; undefined for a text that is no handle of ours. */
export function sessionOf(handle: string): string | undefined {
  const token = handle.split(':')[3]
  return token ? sessionId(token) : undefined
}

/** Whether a file is what it was declared to be, and of a type that is asked for. */
export const isOfType = ({ file_type, facts }: UploadSession, types: readonly string[]): boolean =>
  types.includes(plain(file_type)) && facts?.content_type === plain(file_type)

const plain = (mime: string): string => bareMime(mime).replace('image/jpg', 'image/jpeg')

const tokenOf = (id: string): string =>
  Buffer.from(id.slice('upload:'.length), 'base64').toString('latin1').slice(PREFIX.length)

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
