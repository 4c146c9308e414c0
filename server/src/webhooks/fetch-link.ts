import { tooBig } from '../domain/messaging/media-checks.ts'
import { bareMime } from '../domain/messaging/media-types.ts'
import { Refused } from '../domain/refusals.ts'
import type { Blobs, FetchedLink } from '../graph/io.ts'
import type { HttpOut } from './http-out.ts'

interface Fetching {
  http: HttpOut
  blobs: Blobs
  url: string
  /** Bytes at most. */
  limit: number
}

/**
 * Fetches a file that a message names by its link. What went wrong is told as the platform words it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export async function fetchLink({ http, blobs, url, limit }: Fetching): Promise<FetchedLink> {
  return http.get<FetchedLink>(url, async (status, statusText, contentType, body) => {
    if (status !== 200) {
      return {
        ok: false,
        reason: `Downloading media from weblink failed with http code ${status}, status message ${statusText}`,
      }
    }
    try {
      const stored = await blobs.put(body, limit)
      return { ok: true, mime_type: bareMime(contentType), ...stored }
    } catch (error) {
      if (error instanceof Refused) return { ok: false, reason: tooBig(limit), tooLarge: true }
      throw error
    }
  })
}
