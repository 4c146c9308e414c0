import { createHash } from 'node:crypto'

/**
 * The tag of an answer: SHA-1 of its text, in quotes, as captured answers have it.
 * https://developers.facebook.com/docs/graph-api/overview
 */
export const etagOf = (text: string): string => `"${createHash('sha1').update(text).digest('hex')}"`

/** Whether the client has this answer already: one of the tags of `If-None-Match`, weak or strong, or `*`. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some(tag => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
