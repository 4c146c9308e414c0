import { z } from 'zod'
import { File } from '../graph/operation.ts'
import { PhoneNumberChoice } from './number-choice.ts'

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
  location: z
    .looseObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: z.string().optional(),
      address: z.string().optional(),
    })
    .optional(),
  contacts: z
    .array(z.looseObject({ name: z.looseObject({ formatted_name: z.string() }) }))
    .min(1)
    .optional()
    .describe('Cards of an address book.'),
  file: File.optional().describe('multipart/form-data only: the part with the bytes.'),
  kind: z.enum(MEDIA_KINDS).optional().describe('What `file` is sent as; its type decides when left out.'),
  caption: z.string().optional().describe('For `file`.'),
  reply_to: z.string().optional().describe('wamid of the message it answers.'),
  forwarded: z.boolean().optional(),
})
export type SayParams = z.output<typeof Say>
