import { z } from 'zod'
import { publicId } from '../../domain/uploads.ts'
import { operation } from '../../graph/operation.ts'
import { checkSession, UploadNode } from './node.ts'

export const getUpload = operation({
  on: UploadNode,
  method: 'GET',
  name: 'getUpload',
  summary: 'How much of a file has arrived, to go on from there after an interruption.',
  access: 'token',
  params: z.looseObject({ sig: z.string().optional().describe('Part of the id, as it was given out.') }),
  returns: z.object({ id: z.string(), file_offset: z.int() }),
}).run(async ({ node: session, params, sign, now }) => {
  checkSession(session, { sig: params.sig, sign, now, method: 'GET' })
  return { id: publicId(session.id, sign), file_offset: session.file_offset }
})
