import { machine } from '../machine.ts'

const PAGE = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/display-names'

/** Length in characters. */
export const MIN_DISPLAY_NAME = 2
export const MAX_DISPLAY_NAME = 75

export type NameStatus = 'NONE' | 'AVAILABLE_WITHOUT_REVIEW' | 'PENDING_REVIEW' | 'APPROVED' | 'DECLINED'

export type NameRejection =
  | 'NAME_EMPLOYEE_ISSUE'
  | 'NAME_ENDCLIENT_NOTRELATED'
  | 'NAME_FORMAT_UNACCEPTABLE'
  | 'NAME_INDIVIDUAL_ISSUE'
  | 'NAME_NOT_CONSISTENT'
  | 'UNKNOWN'

/**
 * `name_status` for the name in use, `new_name_status` for one that was asked for. A name that nobody had to look at is
 * reviewed when the messaging limit rises.
 */
export const displayNameLife = machine<NameStatus, 'ask' | 'rise' | 'approve' | 'decline'>({
  name: 'display-name',
  title: 'Review of a display name',
  source: PAGE,
  initial: ['NONE', 'AVAILABLE_WITHOUT_REVIEW'],
  events: { ask: 'business', rise: 'platform', approve: 'platform', decline: 'platform' },
  moves: {
    NONE: { ask: 'PENDING_REVIEW' },
    AVAILABLE_WITHOUT_REVIEW: { ask: 'PENDING_REVIEW', rise: 'PENDING_REVIEW' },
    PENDING_REVIEW: { approve: 'APPROVED', decline: 'DECLINED', ask: 'PENDING_REVIEW' },
    APPROVED: { ask: 'PENDING_REVIEW' },
    DECLINED: { ask: 'PENDING_REVIEW' },
  },
})

/**
 * Review without people: approves unless the format alone speaks against the name. Whether a name belongs to the
 * business takes judgement and is left to whoever runs the server.
 */
export function reviewName(name: string): NameRejection | undefined {
  if (/\p{Extended_Pictographic}/u.test(name)) return 'NAME_FORMAT_UNACCEPTABLE'
  if (/^(https?:\/\/|www\.)/i.test(name)) return 'NAME_FORMAT_UNACCEPTABLE'
  if (!/\p{L}/u.test(name) || /[^\p{L}\p{N}\s]{3,}/u.test(name)) return 'NAME_FORMAT_UNACCEPTABLE'
  return undefined
}

/** Numbers that the platform provides begin with 1 555; they cannot send before their name is approved. */
export const isProvided = (digits: string): boolean => /^1555\d{7}$/.test(digits)

/** Whether a number is one of those, and has no approved name yet. Test numbers need none. */
export const waitsForName = (number: { digits: string; name_status: NameStatus; is_test_number: boolean }): boolean =>
  number.name_status !== 'APPROVED' && !number.is_test_number && isProvided(number.digits)
