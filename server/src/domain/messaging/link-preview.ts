import type { MediaFacts } from './media-facts.ts'
import { KILOBYTE } from './media-types.ts'

/*
 * What a phone shows of the page behind the first link of a text.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews
 */

/** Tags beyond these bytes of a page are not seen. */
export const PAGE_BYTES = 300 * KILOBYTE
/** Of a picture. */
export const PREVIEW_IMAGE_BYTES = 600 * KILOBYTE
/** Pixels. */
const PREVIEW_IMAGE_WIDTH = 300
/** Width to height, at most. */
const PREVIEW_IMAGE_RATIO = 4
/** Characters. */
const PREVIEW_DESCRIPTION = 80

const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp']

export interface LinkPreview {
  /** The link as it stands in the text. */
  link: string
  /** `og:url`: what the page calls itself. */
  url: string
  title: string
  description: string
  /** Medium with the picture, where there is one that fits. */
  image?: string
}

/** The first link that begins with http:// or https://, without the punctuation of the sentence around it. */
export function firstLink(text: string): string | undefined {
  const [found] = /https?:\/\/[^\s<>"'`]+/i.exec(text) ?? []
  const link = found?.replace(/[.,;:!?)\]}*_~]+$/, '')
  return link && URL.canParse(link) ? link : undefined
}

/** Tags of a page (`og:title` and so on), or nothing when one that is needed is missing. */
export function previewOf(link: string, tags: { [property: string]: string }): LinkPreview | undefined {
  const title = tags['og:title']?.trim()
  const description = tags['og:description']?.trim()
  const url = tags['og:url']?.trim()
  if (!title || !description || !url) return undefined
  return { link, url, title, description: shortened(description) }
}

/** Whether a picture of a page is shown. */
export function previewImageUsable(size: number, { content_type, width = 0, height = 0 }: MediaFacts): boolean {
  return (
    size < PREVIEW_IMAGE_BYTES &&
    IMAGE_TYPES.includes(content_type) &&
    width >= PREVIEW_IMAGE_WIDTH &&
    width <= height * PREVIEW_IMAGE_RATIO
  )
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= PREVIEW_DESCRIPTION ? text : `${characters.slice(0, PREVIEW_DESCRIPTION - 1).join('')}…`
}
