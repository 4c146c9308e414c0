import { z } from 'zod'
import { MediaLinkInvalid } from '../../domain/catalogue.ts'
import { sampleSignature } from '../../domain/messaging/media-url.ts'
import { Refused } from '../../domain/refusals.ts'
import { sameText } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'
import { Bytes, operation } from '../../graph/operation.ts'

/** Where links to samples of templates lead. Everybody may follow them, as on a content delivery network. */
export const TemplateSamplesNode = node<object>({
  name: 'TemplateSamples',
  summary: 'Files that are samples of headers of templates.',
  singleton: 'template_samples',
  access: 'none',
  load: async () => ({}),
  fields: {},
})

export const getTemplateSample = operation({
  on: TemplateSamplesNode,
  method: 'GET',
  name: 'getTemplateSample',
  summary: 'The file behind a link in `header_handle`.',
  docs: 'templates/components',
  access: 'none',
  params: z.looseObject({ mid: z.string(), hash: z.string() }),
  returns: Bytes,
  refusals: [MediaLinkInvalid],
}).run(async ({ params, read, sign }) => {
  const session = await read.uploads.find(params.mid)
  if (!session?.handle || !session.facts || !sameText(params.hash, sign(sampleSignature(session.id)))) {
    throw new Refused(MediaLinkInvalid)
  }
  return { blob: session.pieces[0]!.blob, mime_type: session.facts.content_type, file_size: session.file_length }
})
