import { z } from 'zod'
import { MediaLinkInvalid } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { unixSeconds } from '../../domain/time.ts'
import { reaches, sameText } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'
import { Bytes, operation } from '../../graph/operation.ts'
import { AccountNode } from '../account/node.ts'

/** Where media links lead. It has no id of its own. */
export const AttachmentsNode = node<object>({
  name: 'Attachments',
  summary: 'Bytes behind media links.',
  singleton: 'whatsapp_business',
  access: 'token',
  load: async () => ({}),
  fields: {},
})

export const downloadMedia = operation({
  on: AttachmentsNode,
  edge: 'attachments',
  method: 'GET',
  name: 'downloadMedia',
  summary: 'The bytes behind a media link, whole or a range of them.',
  docs: 'business-phone-numbers/media',
  access: ['whatsapp_business_messaging'],
  params: z.looseObject({ mid: z.string(), ext: z.string(), hash: z.string() }),
  returns: Bytes,
  refusals: [MediaLinkInvalid],
}).run(async ({ params, read, now, sign, caller }) => {
  const { mid, ext, hash } = params
  const media = await read.media.find(mid)
  const valid = sameText(hash, sign(`media/${mid}/${ext}`)) && Number(ext) > unixSeconds(now)
  const account = media && (await read.accounts.find(media.account_id))
  const reached = account && reaches(caller, AccountNode.owner!(account))
  if (!media || !valid || media.expires_at <= now || !reached) throw new Refused(MediaLinkInvalid)
  const { blob, mime_type, file_size, filename } = media
  return { blob, mime_type, file_size, ...(filename ? { filename } : {}) }
})
