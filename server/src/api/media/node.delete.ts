import { z } from 'zod'
import { UnsupportedRequest } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { MediaNode } from './node.ts'

export const deleteMedia = operation({
  on: MediaNode,
  method: 'DELETE',
  name: 'deleteMedia',
  summary: 'Delete a medium.',
  docs: 'business-phone-numbers/media',
  access: ['whatsapp_business_messaging'],
  params: z.looseObject({ phone_number_id: z.string().optional() }),
  returns: Success,
}).run(async ({ node: media, params, stage, ids, now, record }) => {
  if (params.phone_number_id !== undefined && params.phone_number_id !== media.phone_number_id) {
    throw new Refused(UnsupportedRequest('DELETE', media.id))
  }
  stage.media.remove(media.id)
  stage.dropNode(media.id)
  stage.job({ id: ids.key(), name: 'remove-blob', due_at: now, payload: { blob: media.blob } })
  const { account_id, phone_number_id } = media
  record({ type: 'media.deleted', at: now, account_id, phone_number_id, media_id: media.id })
  return success
})
