import { z } from 'zod'
import { LinkNotFound } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { node } from '../../graph/node.ts'
import { Bytes, operation } from '../../graph/operation.ts'
import { deepLink } from '../phone-number/message-link.ts'

/** Where the pictures of QR codes are. It has no id of its own. */
export const QrCodesNode = node<object>({
  name: 'QrCodes',
  summary: 'Pictures of QR codes.',
  singleton: 'qr_codes',
  access: 'none',
  load: async () => ({}),
  fields: {},
})

export const getQrImage = operation({
  on: QrCodesNode,
  edge: 'image',
  method: 'GET',
  name: 'getQrImage',
  summary: 'The picture behind `qr_image_url`; whoever has the link may print it.',
  docs: 'qr-codes',
  access: 'none',
  params: z.looseObject({ code: z.string(), format: z.enum(['PNG', 'SVG']) }),
  returns: Bytes,
  refusals: [LinkNotFound],
}).run(async ({ params, read, baseUrl }) => {
  const link = await read.messageLinks.find(params.code)
  if (!link) throw new Refused(LinkNotFound)
  const { qrImage } = await import('../../blobs/qr-image.ts')
  const { bytes, mime_type } = qrImage(deepLink(baseUrl, link.id), params.format)
  return { blob: '', bytes, mime_type, file_size: bytes.length }
})
