import { MediaNotFound } from '../../../domain/catalogue.ts'
import type { MessageDraft } from '../../../domain/messaging/draft.ts'
import type { Media } from '../../../domain/messaging/media.ts'
import type { PhoneNumber } from '../../../domain/numbers/model.ts'
import { Refused } from '../../../domain/refusals.ts'
import type { Read } from '../../../store/read.ts'

/**
 * Media named by id must be there, unexpired, and of the sender's own account; those of a number with local storage are
 * for that number alone.
 */
export async function checkMedia(draft: MessageDraft, number: PhoneNumber, read: Read, now: number): Promise<void> {
  for (const reference of draft.media) {
    if (reference.id === undefined) continue
    const media = await read.media.find(reference.id)
    if (!media || media.expires_at <= now || media.account_id !== number.account_id || (await isLocal(media))) {
      throw new Refused(MediaNotFound(reference.path))
    }
  }

  async function isLocal({ phone_number_id }: Media): Promise<boolean> {
    if (phone_number_id === number.id) return false
    const owner = await read.numbers.find(phone_number_id)
    return owner?.settings?.storage?.status === 'IN_COUNTRY_STORAGE_ENABLED'
  }
}
