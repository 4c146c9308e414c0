import { z } from 'zod'
import { File } from '../../graph/operation.ts'
import { PhoneNumberChoice } from '../numbers/number-choice.ts'
import { AdReferral, Order, Place, SharedContacts, UNSUPPORTED } from './said-content.ts'

const SaidMedia = z
  .looseObject({
    link: z.string().optional().describe('The server fetches it.'),
    media_id: z.string().optional().describe('A medium of this world, sent on.'),
    data: z.string().optional().describe('Base64, or a data: URL; up to 16 MB.'),
    mime_type: z.string().optional(),
    caption: z.string().optional(),
    filename: z.string().optional(),
    file_size: z
      .number()
      .optional()
      .describe('Bytes. Beyond 100 MB no file is needed: the business is told that it cannot fetch it.'),
  })
  .describe('A file, by exactly one of link, media_id and data.')
export type SaidMedia = z.output<typeof SaidMedia>

export const MEDIA_KINDS = ['image', 'video', 'audio', 'voice', 'document', 'sticker'] as const
export type SaidKind = (typeof MEDIA_KINDS)[number]

export const Say = z.looseObject({
  ...PhoneNumberChoice.shape,
  text: z.string().optional(),
  image: SaidMedia.optional(),
  video: SaidMedia.optional(),
  audio: SaidMedia.optional(),
  voice: SaidMedia.optional().describe('Audio, recorded in the chat.'),
  document: SaidMedia.optional(),
  sticker: SaidMedia.optional(),
  location: Place.optional(),
  contacts: SharedContacts.optional().describe('Cards of an address book.'),
  order: Order.optional().describe('A cart of products of a catalog.'),
  unsupported: z
    .enum([...UNSUPPORTED, 'unavailable'])
    .optional()
    .describe('Something that the platform does not carry; the business only hears that it came.'),
  request_welcome: z
    .literal(true)
    .optional()
    .describe('The chat is opened for the first time, and the phone asks for a greeting.'),
  file: File.optional().describe('multipart/form-data only: the part with the bytes.'),
  kind: z.enum(MEDIA_KINDS).optional().describe('What `file` is sent as; its type decides when left out.'),
  caption: z.string().optional().describe('For `file`.'),
  reply_to: z.string().optional().describe('wamid of the message it answers.'),
  forwarded: z.boolean().optional(),
  frequently_forwarded: z.boolean().optional().describe('Forwarded more than five times.'),
  referral: AdReferral.optional().describe('The advertisement or post that led to the message.'),
  referred_product: z
    .object({ catalog_id: z.string(), product_retailer_id: z.string() })
    .optional()
    .describe('The product of a catalog that the message asks about.'),
})
export type SayParams = z.output<typeof Say>
