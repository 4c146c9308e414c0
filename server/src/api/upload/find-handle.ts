import type { UploadSession } from '../../domain/uploads.ts'
import { isOfType, sessionOf } from '../../domain/uploads.ts'
import type { Read } from '../../store/read.ts'

/** The file that a handle stands for, if it is there, of the business, and of one of these types. */
export async function findHandle(
  read: Read,
  handle: string,
  { businessId, types, now }: { businessId: string; types: readonly string[]; now: number },
): Promise<UploadSession | undefined> {
  const id = sessionOf(handle)
  const session = id === undefined ? undefined : await read.uploads.find(id)
  if (session?.handle !== handle || session.business_id !== businessId || session.expires_at <= now) return undefined
  return isOfType(session, types) ? session : undefined
}
