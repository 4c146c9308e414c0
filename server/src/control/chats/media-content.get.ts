import { z } from 'zod'
import { MediaNode } from '../../api/media/node.ts'
import { Bytes, operation } from '../../graph/operation.ts'
import { refusal } from '../refuse.ts'

export const mediaContent = operation({
  on: MediaNode,
  edge: 'content',
  method: 'GET',
  name: 'mediaContent',
  summary: 'The bytes of a medium, received or uploaded.',
  access: 'control',
  params: z.looseObject({}),
  returns: Bytes,
}).run(async ({ node: media, now }) => {
  if (media.expires_at <= now) throw refusal(`Medium ${media.id} has expired, and its bytes are gone.`)
  const { blob, mime_type, file_size, filename } = media
  return { blob, mime_type, file_size, ...(filename ? { filename } : {}) }
})
