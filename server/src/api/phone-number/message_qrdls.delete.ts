import { z } from 'zod'
import { LinkGone } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

export const deleteMessageLink = operation({
  on: PhoneNumberNode,
  edge: 'message_qrdls/{code}',
  method: 'DELETE',
  name: 'deleteMessageLink',
  summary: 'Delete a QR code; whoever scans it gets nowhere.',
  docs: 'qr-codes',
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  params: z.looseObject({ code: z.string() }),
  returns: Success,
  refusals: [LinkGone],
}).run(async ({ node: number, params, read, stage }) => {
  const link = await read.messageLinks.find(params.code)
  if (link?.phone_number_id !== number.id) throw new Refused(LinkGone)
  stage.messageLinks.remove(link.id)
  return success
})
