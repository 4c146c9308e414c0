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
  const got = await http.get(url, async (status, statusText, contentType, body) => {
    if (status !== 200) {
      body.resume()
      return {
        ok: false as const,
        reason: `Downloading media from weblink failed with http code ${status}, status message ${statusText}`,
      }
    }
    const stored = await blobs.put(body, limit)
    return { ok: true as const, mime_type: contentType.split(';')[0]!.trim().toLowerCase(), ...stored }
  })
  return got.ok ? got : { ok: false, reason: got.reason }
}
