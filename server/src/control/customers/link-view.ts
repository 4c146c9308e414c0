import { z } from 'zod'
import type { Message } from '../../domain/messaging/model.ts'

/** What the server keeps of what was behind the links of a message. */
export const LinkView = {
  fetched: z
    .record(z.string(), z.string())
    .optional()
    .describe('Where this server gives the bytes that links of the message led to, by link.'),
  preview: z
    .object({
      link: z.string(),
      url: z.string().describe('What the page calls itself.'),
      title: z.string(),
      description: z.string(),
      image: z.string().optional().describe('Where this server gives the bytes of the picture.'),
    })
    .optional()
    .describe('The page behind the first link of a text.'),
}

/** `pathOf` says where this server gives the bytes of a medium. */
export function linkView({ fetched, preview }: Message, pathOf: (mediaId: string) => string) {
  const links = Object.entries(fetched ?? {}).map(([link, id]) => [link, pathOf(id)] as const)
  return {
    ...(links.length > 0 ? { fetched: Object.fromEntries(links) } : {}),
    ...(preview ? { preview: { ...preview, ...(preview.image ? { image: pathOf(preview.image) } : {}) } } : {}),
  }
}
