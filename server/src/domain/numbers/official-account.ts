import type { Business } from '../accounts/model.ts'
import { machine } from '../machine.ts'
import { DAY } from '../time.ts'
import type { PhoneNumber } from './model.ts'

const PAGE = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/official-business-accounts'

export type OfficialStatus = 'NOT_STARTED' | 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED'

export interface OfficialAccount {
  status: OfficialStatus
  message: string
  /** Of the latest decision or application. */
  at: number
}

/** `oba_status`: the badge that a well-known business asks for. */
export const officialAccountLife = machine<OfficialStatus, 'apply' | 'withdraw' | 'approve' | 'reject'>({
  name: 'official-account',
  title: 'Official business account of a number',
  source: PAGE,
  initial: ['NOT_STARTED'],
  events: { apply: 'business', withdraw: 'business', approve: 'platform', reject: 'platform' },
  moves: {
    NOT_STARTED: { apply: 'PENDING' },
    PENDING: { withdraw: 'CANCELLED', approve: 'APPROVED', reject: 'REJECTED' },
    APPROVED: {},
    REJECTED: { apply: 'PENDING' },
    CANCELLED: { apply: 'PENDING' },
  },
})

/** After a rejection, another application has to wait. */
export const APPLY_AGAIN_AFTER = 30 * DAY
/** The number has to have been on the platform so long. */
export const ON_PLATFORM_FOR = 30 * DAY

export const OFFICIAL_MESSAGES: { [status in OfficialStatus]: string } = {
  NOT_STARTED: 'No Official Business Account application has been submitted',
  PENDING: 'Your Official Business Account application is under review',
  APPROVED: 'Your Official Business Account has been approved',
  REJECTED: 'Your Official Business Account application was rejected. Please review the requirements and reapply.',
  CANCELLED: 'Official Business Account application has been cancelled',
}

/** The documented requirement that is not met, if there is one; whether a business is well known is not asked. */
export function unmetRequirement(number: PhoneNumber, business: Business, now: number): string | undefined {
  if (number.is_test_number) return 'Test numbers cannot become official business accounts.'
  if (number.is_on_biz_app) return 'Numbers that are used in the WhatsApp Business app cannot become official accounts.'
  if (business.verification_status !== 'verified') return 'The business is not verified.'
  if (number.pin_hash === undefined) return 'Two-step verification is not enabled.'
  if (number.name_status !== 'APPROVED') return 'The display name is not approved.'
  if (now - number.created_at < ON_PLATFORM_FOR) return 'The number has been on the platform for less than 30 days.'
  return undefined
}

/** How the business is alerted of a decision. */
export const officialAlert = (phone_number_id: string, decision: 'APPROVED' | 'REJECTED', description: string) => ({
  entity_type: 'PHONE_NUMBER',
  entity_id: phone_number_id,
  severity: 'INFORMATIONAL',
  status: 'NONE',
  type: `OBA_${decision}`,
  description,
})
