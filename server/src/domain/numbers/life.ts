import { machine } from '../machine.ts'

const PAGE = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/'

export type NumberStatus =
  | 'PENDING'
  | 'CONNECTED'
  | 'DISCONNECTED'
  | 'RESTRICTED'
  | 'RATE_LIMITED'
  | 'BANNED'
  | 'MIGRATED'
  | 'DELETED'

export type NumberEvent =
  | 'register'
  | 'deregister'
  | 'remove'
  | 'migrate'
  | 'restrict'
  | 'limit'
  | 'ease'
  | 'ban'
  | 'reinstate'
  | 'offboard'
  | 'reconnect'

/**
 * `status` of a number. It sends while it is CONNECTED. FLAGGED is in the schemas, but has not occurred since
 * October 2025; UNVERIFIED and UNKNOWN belong to older nodes.
 */
export const numberLife = machine<NumberStatus, NumberEvent>({
  name: 'number',
  title: 'Status of a phone number',
  source: `${PAGE}registration`,
  initial: ['PENDING'],
  events: {
    register: 'business',
    deregister: 'business',
    remove: 'business',
    migrate: 'business',
    restrict: 'platform',
    limit: 'platform',
    ease: 'platform',
    ban: 'platform',
    reinstate: 'platform',
    offboard: 'platform',
    reconnect: 'platform',
  },
  moves: {
    PENDING: { register: 'CONNECTED', remove: 'DELETED' },
    CONNECTED: {
      register: 'CONNECTED',
      deregister: 'DISCONNECTED',
      remove: 'DELETED',
      migrate: 'MIGRATED',
      restrict: 'RESTRICTED',
      limit: 'RATE_LIMITED',
      ban: 'BANNED',
      offboard: 'DISCONNECTED',
    },
    DISCONNECTED: { register: 'CONNECTED', reconnect: 'CONNECTED', remove: 'DELETED', migrate: 'MIGRATED' },
    RESTRICTED: {
      register: 'RESTRICTED',
      deregister: 'DISCONNECTED',
      remove: 'DELETED',
      ease: 'CONNECTED',
      ban: 'BANNED',
    },
    RATE_LIMITED: {
      register: 'RATE_LIMITED',
      deregister: 'DISCONNECTED',
      remove: 'DELETED',
      ease: 'CONNECTED',
      ban: 'BANNED',
    },
    BANNED: { reinstate: 'CONNECTED' },
    MIGRATED: {},
    DELETED: {},
  },
})

export type CodeVerificationStatus = 'NOT_VERIFIED' | 'VERIFIED' | 'EXPIRED'

/** `code_verification_status`: whether the business has shown that the number is its own. */
export const numberVerification = machine<CodeVerificationStatus, 'verify' | 'expire'>({
  name: 'verification',
  title: 'Verification of a phone number',
  source: `${PAGE}phone-numbers`,
  initial: ['NOT_VERIFIED'],
  events: { verify: 'business', expire: 'time' },
  moves: {
    NOT_VERIFIED: { verify: 'VERIFIED' },
    VERIFIED: { expire: 'EXPIRED' },
    EXPIRED: { verify: 'VERIFIED' },
  },
})

/** Numbers that are gone keep their record, and their digits are free. */
export const isGone = ({ status }: { status: NumberStatus }): boolean => status === 'DELETED' || status === 'MIGRATED'
