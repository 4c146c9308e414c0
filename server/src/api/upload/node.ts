import { z } from 'zod'
import { UnsupportedRequest } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Stored } from '../../domain/stored.ts'
import { publicId, sessionSignature, type UploadSession } from '../../domain/uploads.ts'
import { sameText } from '../../graph/access.ts'
import { node } from '../../graph/node.ts'

/** https://developers.facebook.com/docs/graph-api/guides/upload */
export const UploadNode = node<Stored<UploadSession>>({
  name: 'UploadSession',
  summary: 'A file on its way, piece by piece.',
  access: 'token',
  load: (read, id) => read.uploads.find(id),
  owner: session => ({ business_id: session.business_id }),
  fields: {
    id: { schema: z.string(), byDefault: true, read: ({ id }, { sign }) => publicId(id, sign) },
    file_offset: { schema: z.int(), byDefault: true, read: session => session.file_offset },
  },
})

/** A session is known by its id and the signature that came with it, and only while it lives. */
export function checkSession(
  session: UploadSession,
  { sig, sign, now, method }: { sig: string | undefined; sign: (text: string) => string; now: number; method: string },
): void {
  const signed = sig !== undefined && sameText(sig, sessionSignature(session.id, sign))
  if (!signed || session.expires_at <= now) throw new Refused(UnsupportedRequest(method, session.id))
}
