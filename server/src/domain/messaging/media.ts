import type { LinkPreview } from './link-preview.ts'
import type { MediaFacts } from './media-facts.ts'

/** Bytes that were uploaded, received or fetched, or the picture of a profile; they lie in the blob store under `blob`. */
export interface Media {
  id: string
  phone_number_id: string
  account_id: string
  mime_type: string
  /** Hex. */
  sha256: string
  file_size: number
  blob: string
  filename?: string
  /** What the bytes say; rules look at it when a message carries the file. */
  facts?: MediaFacts
  /** `fetched` is what a link of a message led to: the phone shows it, and the business cannot ask for it. */
  origin: 'uploaded' | 'received' | 'fetched' | 'picture'
  created_at: number
  expires_at: number
}

/** What lay behind a link a short while ago: a file, or what a page says of itself. */
export interface CachedLink {
  /** Hex SHA-256 of what is asked of which link. */
  id: string
  url: string
  media_id?: string
  preview?: LinkPreview
  fetched_at: number
}
