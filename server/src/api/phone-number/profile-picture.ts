import { PictureHandleNotUsable } from '../../domain/catalogue.ts'
import type { Media } from '../../domain/messaging/media.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Io, StoredBlob } from '../../graph/io.ts'
import type { Read } from '../../store/read.ts'
import type { Unit } from '../../store/store.ts'
import { findHandle } from '../upload/find-handle.ts'

const PICTURE_TYPES = ['image/jpeg', 'image/png']

/** The bytes of a picture, and what is known of them. */
export type Picture = StoredBlob & Pick<Media, 'mime_type'>

/** A copy of the file behind a handle, since the picture outlives the handle. Throws Refused when it is none. */
export async function copyPicture(
  handle: string,
  number: PhoneNumber,
  { io, read, now }: { io: Io; read: Read; now: number },
): Promise<Picture> {
  const businessId = (await read.accounts.find(number.account_id))?.business_id ?? ''
  const upload = await findHandle(read, handle, { businessId, types: PICTURE_TYPES, now })
  const bytes = upload && (await io.blobs.get(upload.pieces[0]!.blob))
  if (!bytes) throw new Refused(PictureHandleNotUsable)
  return { ...(await io.blobs.put(bytes)), mime_type: upload.facts!.content_type }
}

/** Stages a picture in place of the one before. Returns the id of its medium. */
export function changePicture({ stage, ids, now }: Unit, number: PhoneNumber, picture: Picture): string {
  const { id: phone_number_id, account_id } = number
  const id = ids.node()
  const forever = Number.MAX_SAFE_INTEGER
  stage.media.add({
    ...{ id, phone_number_id, account_id, ...picture },
    ...{ origin: 'picture', created_at: now, expires_at: forever },
  })
  return id
}

/** Stages that a picture goes, bytes and all. */
export async function dropPicture({ read, stage, ids, now }: Unit, id: string | undefined): Promise<void> {
  const media = id === undefined ? undefined : await read.media.find(id)
  if (!media) return
  stage.media.remove(media.id)
  stage.job({ id: ids.key(), name: 'remove-blob', due_at: now, payload: { blob: media.blob } })
}
