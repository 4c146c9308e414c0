import type { Account } from '../accounts/model.ts'
import { restrictionsAt } from '../accounts/standing.ts'
import {
  DirectSendBlocked,
  DirectSendNotEnabled,
  InvalidParameter,
  TemplateLimitReached,
  UserIdNotSupported,
} from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import type { TemplateCategory } from '../templates/model.ts'
import { MINUTE, SECOND } from '../time.ts'
import type { MessageDraft } from './draft.ts'

/*
 * Direct Send: messages to customers outside the window, without a template that was made before.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/overview
 */

export type DirectCategory = 'authentication' | 'utility'

/** What an account was admitted to. */
export interface DirectSend {
  utility?: boolean
  authentication?: boolean
  /** Pictures, films and documents above the body. */
  media_headers?: boolean
  /** Until when nothing more goes out, because the categories were wrong. */
  rate_limited_until?: number
}

/** Seconds that a message may live. */
export const DIRECT_LIFETIMES: Record<DirectCategory, { min: number; max: number }> = {
  utility: { min: 30, max: (720 * MINUTE) / SECOND },
  authentication: { min: 30, max: (15 * MINUTE) / SECOND },
}

/** The category of a message of Direct Send; `service` and none are ordinary messages. */
export const directCategory = ({ category }: { category?: string | undefined }): DirectCategory | undefined =>
  category === 'utility' || category === 'authentication' ? category : undefined

export const templateCategory = (category: DirectCategory): TemplateCategory =>
  category === 'utility' ? 'UTILITY' : 'AUTHENTICATION'

/** What the account may not send, in order: not admitted, blocked, slowed down, and parts or people it cannot have. */
export function directObjection(draft: MessageDraft, account: Account | undefined, now: number): Refusal | undefined {
  const category = directCategory(draft)
  if (!category) return undefined
  const { direct_send: admitted } = account ?? {}
  if (!account || !admitted?.[category]) return DirectSendNotEnabled
  if (category === 'utility' && restrictionsAt(account, now).includes('RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES')) {
    return DirectSendBlocked
  }
  if ((admitted.rate_limited_until ?? 0) > now) return TemplateLimitReached
  if (category === 'authentication' && draft.to.kind === 'user') return UserIdNotSupported
  const header = draft.type === 'interactive' ? draft.content.header?.type : undefined
  return header === undefined || header === 'text' || admitted.media_headers
    ? undefined
    : InvalidParameter(`Header type ${header} is not enabled for direct send messages of this account`)
}

/**
 * What the platform says an account did with its categories. A warning changes nothing.
 * NOTE: STRIKE_1, STRIKE_2 and OFFBOARD are inferred from the others.
 */
export const DIRECT_VIOLATIONS = ['WARN', 'RATE_LIMIT', 'STRIKE_1', 'STRIKE_2', 'OFFBOARD'] as const
export const DIRECT_PARDONS = ['UNBAN', 'RATE_LIMIT_RECOVERY'] as const
export type DirectViolation = (typeof DIRECT_VIOLATIONS)[number] | (typeof DIRECT_PARDONS)[number]

/** As webhooks name it. */
export const violationType = (violation: DirectViolation): string => `DIRECT_SEND_UTILITY_CATEGORY_ABUSE_${violation}`
