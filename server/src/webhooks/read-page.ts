import type { Readable } from 'node:stream'
import { type LinkPreview, PAGE_BYTES, previewOf } from '../domain/messaging/link-preview.ts'
import { bareMime } from '../domain/messaging/media-types.ts'
import type { HttpOut } from './http-out.ts'

/** What a page says of itself, and where its picture is. Nothing when it is no page, or says too little. */
export interface ReadPage {
  preview?: LinkPreview
  /** An absolute web address. */
  image?: string
}

const HTML = ['text/html', 'application/xhtml+xml']

/**
 * Reads the Open Graph tags of a page: https://ogp.me. No more of it is read than the platform looks at, and nothing
 * in it is run or fetched. Never throws: a page that cannot be read has no preview.
 */
export async function readPage(http: HttpOut, url: string): Promise<ReadPage> {
  const read = await http.get<ReadPage>(url, async (status, _, contentType, body) => {
    if (status !== 200 || !HTML.includes(bareMime(contentType))) return {}
    return pageOf(url, await tagsIn(body))
  })
  return 'reason' in read ? {} : read
}

function pageOf(url: string, tags: { [property: string]: string }): ReadPage {
  const preview = previewOf(url, tags)
  if (!preview) return {}
  const image = tags['og:image']?.trim()
  if (!image || !URL.canParse(image, url)) return { preview }
  const address = new URL(image, url)
  return /^https?:$/.test(address.protocol) ? { preview, image: address.href } : { preview }
}

/** `<meta property="og:…" content="…">`, the first of each; `name` in place of `property` is taken too. */
async function tagsIn(body: Readable): Promise<{ [property: string]: string }> {
  const tags: { [property: string]: string } = Object.create(null)
  const { Parser } = await import('htmlparser2')
  const parser = new Parser({
    onopentag(name, { property, name: named, content }) {
      const tag = (property ?? named ?? '').toLowerCase()
      if (name === 'meta' && tag.startsWith('og:') && content !== undefined) tags[tag] ??= content
    },
  })
  const decoder = new TextDecoder()
  let left = PAGE_BYTES
  for await (const chunk of body) {
    const part = (chunk as Buffer).subarray(0, left)
    parser.write(decoder.decode(part, { stream: true }))
    left -= part.length
    if (left === 0) break
  }
  parser.end()
  return tags
}
