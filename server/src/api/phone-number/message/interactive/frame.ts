import { z } from 'zod'
import { Document, Image, Video } from '../media.ts'

/** What stands above the body; the member named by `type` carries it. */
export const Header = z.looseObject({
  type: z.enum(['document', 'image', 'text', 'video']),
  text: z.string().optional().describe('Up to 60 characters.'),
  sub_text: z.string().optional().describe('Up to 60 characters.'),
  image: Image.optional(),
  video: Video.optional(),
  document: Document.optional(),
})

export const Body = z.looseObject({ text: z.string() })

export const Footer = z.looseObject({ text: z.string().describe('Up to 60 characters.') })

/** Every kind tolerates all parts in its shape: what a kind may not have is refused by a rule, with its own words. */
export const frame = { header: Header.optional(), body: Body, footer: Footer.optional() }

/** For the few kinds that need no body. */
export const bodiless = { ...frame, body: Body.optional() }
