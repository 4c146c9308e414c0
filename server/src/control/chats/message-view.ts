import { z } from 'zod'
import type { Message } from '../../domain/messaging/model.ts'
import type { RenderedTemplate } from '../../domain/templates/index.ts'
import type { Read } from '../../store/read.ts'
import { LinkView, linkView } from '../customers/link-view.ts'

const MediaView = z.looseObject({
  id: z.string().optional(),
  url: z.string().optional().describe('Where this server gives the bytes, or the link that was sent.'),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
  filename: z.string().optional(),
  voice: z.boolean().optional(),
  animated: z.boolean().optional(),
})
type MediaView = z.output<typeof MediaView>

/** A message as the control API shows it. */
export const MessageView = z.looseObject({
  wamid: z.string(),
  phone_number_id: z.string(),
  customer_id: z.string(),
  direction: z.enum(['sent', 'received']).describe('Sent by the business, or received by it.'),
  at: z.number().describe('Unix milliseconds.'),
  type: z.string(),
  status: z.enum(['accepted', 'sent', 'delivered', 'read', 'played', 'failed', 'received', 'expired']),
  content: z.unknown().describe('The member named by `type`, as the wire carries it.'),
  context: z.string().optional().describe('wamid of the message it answers.'),
  forwarded: z.boolean().optional(),
  frequently_forwarded: z.boolean().optional(),
  referral: z.looseObject({}).optional().describe('The advertisement or post that led to it.'),
  referred_product: z.looseObject({}).optional().describe('The product that it asks about.'),
  edited_at: z.number().optional().describe('Unix milliseconds of the last edit.'),
  revoked: z.boolean().optional().describe('Deleted for everyone.'),
  reactions: z.object({ business: z.string().optional(), customer: z.string().optional() }).optional(),
  template: z
    .object({ id: z.string(), name: z.string(), language: z.string(), category: z.string(), rendered: z.unknown() })
    .optional()
    .describe('What the customer sees of a template.'),
  errors: z
    .array(
      z.object({
        code: z.number(),
        title: z.string(),
        message: z.string(),
        error_data: z.object({ details: z.string() }).optional(),
        href: z.string().optional(),
      }),
    )
    .optional(),
  media: MediaView.optional(),
  ...LinkView,
})
export type MessageView = z.output<typeof MessageView>

/** Same-origin, for the pages of this server. */
export const mediaPath = (mediaId: string): string => `/control/media/${mediaId}/content`

/** `known` are facts of a medium that is not committed yet. */
export async function messageView(read: Read, message: Message, known?: Partial<MediaView>): Promise<MessageView> {
  const { wamid, phone_number_id, customer_id, direction, at, type, status, content } = message
  const { context, forwarded, frequently_forwarded, referral, referred_product } = message
  const { edited_at, revoked, reactions, template, errors } = message
  const media = await mediaOf(read, message, known)
  return {
    wamid,
    phone_number_id,
    customer_id,
    direction,
    at,
    type,
    status,
    content,
    ...(context ? { context } : {}),
    ...(forwarded ? { forwarded } : {}),
    ...(frequently_forwarded ? { frequently_forwarded } : {}),
    ...(referral ? { referral: { ...referral } } : {}),
    ...(referred_product ? { referred_product } : {}),
    ...(edited_at === undefined ? {} : { edited_at }),
    ...(revoked ? { revoked } : {}),
    ...(reactions ? { reactions } : {}),
    ...(template ? { template } : {}),
    ...(errors ? { errors } : {}),
    ...(media ? { media } : {}),
    ...linkView(message, mediaPath),
  }
}

interface MediaContent {
  id?: string
  link?: string
  filename?: string
  mime_type?: string
  voice?: boolean
  animated?: boolean
}

const MEDIA_TYPES = new Set(['image', 'video', 'audio', 'document', 'sticker'])

async function mediaOf(
  read: Read,
  message: Message,
  known: Partial<MediaView> | undefined,
): Promise<MediaView | undefined> {
  const shown = contentWithMedia(message)
  if (!shown) return undefined
  const { link, filename, mime_type, voice, animated } = shown
  const id = shown.id ?? (link === undefined ? undefined : message.fetched?.[link])
  const view: MediaView = {
    ...(mime_type ? { mime_type } : {}),
    ...(filename ? { filename } : {}),
    ...(voice === undefined ? {} : { voice }),
    ...(animated === undefined ? {} : { animated }),
    ...known,
  }
  if (id === undefined && link !== undefined) return { ...view, url: link }
  // Too large to get here: what was said of it is all there is.
  if (id === undefined) return Object.keys(view).length > 0 ? view : undefined
  const media = await read.media.find(id)
  // Expired, and not on its way either: the name of the file is all that is left.
  if (!media) return known ? { ...view, id, url: mediaPath(id) } : { ...view, id }
  return {
    filename: media.filename,
    ...view,
    id,
    url: mediaPath(id),
    mime_type: media.mime_type,
    file_size: media.file_size,
  }
}

/** Media messages, and interactive ones and templates with a medium in their header. */
function contentWithMedia({ type, content, template }: Message): MediaContent | undefined {
  if (MEDIA_TYPES.has(type)) return content as MediaContent
  if (type === 'template') return (template?.rendered as RenderedTemplate | undefined)?.header?.media
  if (type !== 'interactive') return undefined
  const header = (content as { header?: { type?: string } & { [kind: string]: unknown } }).header
  return header?.type && MEDIA_TYPES.has(header.type) ? (header[header.type] as MediaContent) : undefined
}
