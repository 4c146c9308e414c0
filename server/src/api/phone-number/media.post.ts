import { z } from 'zod'
import { inspect } from '../../blobs/inspect.ts'
import { FileTypeNotAllowed, InvalidParameter, MediaTooLarge, ParameterRequired } from '../../domain/catalogue.ts'
import type { Media } from '../../domain/messaging/media.ts'
import { UNKNOWN_CONTENT } from '../../domain/messaging/media-facts.ts'
import { bareMime, uploadTypeRefusal } from '../../domain/messaging/media-types.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { Refused } from '../../domain/refusals.ts'
import { DAY, MINUTE } from '../../domain/time.ts'
import { File, operation } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
const UPLOADED_MEDIA_LIFE = 30 * DAY
/** Minutes that media of a number without storage may be kept; the fewest when nothing is said. */
const MIN_TTL = 60
const MAX_TTL = 43_200

export const uploadMedia = operation({
  on: PhoneNumberNode,
  edge: 'media',
  method: 'POST',
  name: 'uploadMedia',
  summary: 'Upload a file to send it by id; it is kept for 30 days, without storage for an hour or as long as it says.',
  docs: 'business-phone-numbers/media',
  access: ['whatsapp_business_messaging'],
  params: z.looseObject({
    messaging_product: z.literal('whatsapp'),
    file: File.optional().describe('The part with the bytes.'),
    ttl_minutes: z
      .union([z.int(), z.string()])
      .optional()
      .describe('From 60 to 43200, for numbers without storage; others ignore it.'),
    type: z.string().optional().describe('Accepted and ignored: the type that the part itself declares counts.'),
  }),
  returns: z.object({ id: z.string() }),
  units: 'shared',
  refusals: [FileTypeNotAllowed([], ''), MediaTooLarge(0), InvalidParameter()],
})
  .before(async ({ node: number, params, io }) => {
    const { file, ttl_minutes } = params
    const life = lifeOf(number, ttl_minutes)
    if (!file) throw new Refused(ParameterRequired('file'))
    const mime_type = bareMime(file.mime_type ?? UNKNOWN_CONTENT)
    const refusal = uploadTypeRefusal(mime_type)
    if (refusal) throw new Refused(refusal)
    return { life, file, mime_type, facts: await inspect(io.blobs, file.blob, mime_type, file.file_size) }
  })
  .run(async ({ node: number, before, stage, ids, now, record }) => {
    const { life, file, mime_type, facts } = before
    const media: Media = {
      id: ids.node(),
      phone_number_id: number.id,
      account_id: number.account_id,
      mime_type,
      sha256: file.sha256,
      file_size: file.file_size,
      blob: file.blob,
      ...(file.filename ? { filename: file.filename } : {}),
      facts,
      origin: 'uploaded',
      created_at: now,
      expires_at: now + life,
    }
    stage.node(media.id, 'WhatsAppBusinessMedia', number.account_id)
    stage.media.add(media)
    stage.job({ id: ids.key(), name: 'expire-media', due_at: media.expires_at, payload: { media_id: media.id } })
    const { account_id, id: phone_number_id } = number
    record({ type: 'media.uploaded', at: now, account_id, phone_number_id, media_id: media.id })
    return { id: media.id }
  })

/** How long a medium is kept. Throws Refused for a time that is out of range, where one counts. */
function lifeOf({ settings }: PhoneNumber, ttl: string | number | undefined): number {
  if (settings?.storage?.status !== 'NO_STORAGE_ENABLED') return UPLOADED_MEDIA_LIFE
  const minutes = ttl === undefined ? MIN_TTL : Number(ttl)
  if (Number.isInteger(minutes) && minutes >= MIN_TTL && minutes <= MAX_TTL) return minutes * MINUTE
  throw new Refused(InvalidParameter(`ttl_minutes must be a whole number from ${MIN_TTL} to ${MAX_TTL}.`))
}
