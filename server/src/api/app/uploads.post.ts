import { z } from 'zod'
import { FileLengthOutOfRange } from '../../domain/catalogue.ts'
import { MAX_UPLOAD } from '../../domain/messaging/media-types.ts'
import { Refused } from '../../domain/refusals.ts'
import { publicId, SESSION_LIFE, sessionId, UPLOAD_TYPES, type UploadSession } from '../../domain/uploads.ts'
import { operation } from '../../graph/operation.ts'
import { AppNode } from './node.ts'

/** Bytes of randomness in a session's id. */
const TOKEN_BYTES = 24

/** https://developers.facebook.com/docs/graph-api/guides/upload */
export const beginUpload = operation({
  on: AppNode,
  edge: 'uploads',
  method: 'POST',
  name: 'beginUpload',
  summary: 'Begin to upload a file whose handle templates and profiles take.',
  access: 'token',
  params: z.looseObject({
    file_length: z.int().describe('Bytes, up to 100 MB.'),
    file_type: z.enum(UPLOAD_TYPES),
    file_name: z.string().optional().describe('Without a path.'),
  }),
  returns: z.object({ id: z.string().describe('`upload:…`; call it with the bytes.') }),
  refusals: [FileLengthOutOfRange(MAX_UPLOAD)],
}).run(async ({ node: app, params, caller, stage, ids, now, sign }) => {
  const { file_length, file_type, file_name } = params
  if (file_length < 1 || file_length > MAX_UPLOAD) throw new Refused(FileLengthOutOfRange(MAX_UPLOAD))
  const session: UploadSession = {
    id: sessionId(ids.opaque(TOKEN_BYTES)),
    app_id: app.id,
    business_id: app.business_id,
    user_id: caller.kind === 'token' ? caller.token.user_id : app.id,
    ...(file_name ? { file_name } : {}),
    file_length,
    file_type,
    pieces: [],
    file_offset: 0,
    created_at: now,
    expires_at: now + SESSION_LIFE,
  }
  stage.node(session.id, 'UploadSession', app.business_id)
  stage.uploads.add(session)
  const payload = { upload_id: session.id }
  stage.job({ id: ids.key(), name: 'expire-upload', due_at: session.expires_at, payload })
  return { id: publicId(session.id, sign) }
})
