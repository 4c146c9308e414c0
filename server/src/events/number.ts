import type { MessagingLimit } from '../domain/accounts/model.ts'
import type { CallingSettings } from '../domain/numbers/calling-settings.ts'
import type { NameRejection } from '../domain/numbers/display-name.ts'
import type { NumberStatus } from '../domain/numbers/life.ts'
import type { Quality } from '../domain/quality.ts'
import type { NumberScene, Scene } from './scene.ts'

export type PinEvent = 'PIN_CHANGED' | 'PIN_RESET_REQUEST' | 'PIN_REQUEST_SUCCESS'

/** What happens to numbers, their profiles and their media. */
export type NumberEvent =
  | (Scene & { type: 'number.deregistered' | 'number.changed'; phone_number_id: string })
  | (NumberScene & { type: 'number.registered'; first?: true })
  | (NumberScene & { type: 'number.throughput_upgraded' })
  /** Without a username: it was deleted. */
  | (NumberScene & { type: 'number.username_changed'; username?: string })
  | (Scene & {
      type: 'number.quality_changed'
      phone_number_id: string
      previous: Quality
      quality: Quality
      messaging_limit: MessagingLimit
    })
  | (NumberScene & { type: 'number.added' | 'number.removed' | 'number.verified' | 'number.verification_expired' })
  | (NumberScene & { type: 'number.code_sent'; method: 'SMS' | 'VOICE'; text: string })
  | (NumberScene & { type: 'number.status_changed'; status: NumberStatus })
  | (NumberScene & { type: 'number.name_requested'; requested_verified_name: string })
  | (NumberScene & {
      type: 'number.name_reviewed'
      decision: 'APPROVED' | 'DEFERRED' | 'PENDING' | 'REJECTED'
      requested_verified_name: string
      rejection_reason: NameRejection | null
    })
  | (NumberScene & { type: 'number.official_account_requested' })
  | (NumberScene & { type: 'number.calling_changed'; calling: CallingSettings })
  /** Something about two-step verification that was done by hand, and not through the API. */
  | (NumberScene & { type: 'number.pin_event'; event: PinEvent; requester?: string })
  | (Scene & { type: 'profile.changed'; phone_number_id: string })
  | (Scene & { type: 'media.uploaded' | 'media.deleted' | 'media.expired'; media_id: string; phone_number_id: string })
