import { DAY, HOUR } from './time.ts'

/*
 * How often an app may call, beyond what the throughput of a number allows.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform
 * https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */

/** Calls are counted over a rolling hour. */
export const CALL_WINDOW = HOUR

/** Management calls of one app about one account, and about one that has a registered number. */
export const ACCOUNT_CALLS = 200
export const ACTIVE_ACCOUNT_CALLS = 5_000

/** Calls of one app that are about no account, for each of its users of the last day. */
export const CALLS_PER_USER = 200
export const USER_COUNTS_FOR = DAY

/** Calls of one app about lines of credit, which do not count among those above. */
export const CREDIT_CALLS = 5_000

/** Whether a call is about a line of credit, by the kind of node and the edge. */
export const isAboutCredit = (kind: string, edge: string): boolean =>
  kind === 'ExtendedCredit' || kind === 'ExtendedCreditAllocationConfig' || edge === 'extendedcredits'

/** The calls about an account that count against its limit: kind of node, edge (`''` for the node itself), methods. */
const COUNTED: { [kind: string]: { [edge: string]: readonly string[] } } = {
  WhatsAppBusinessAccount: {
    '': ['GET'],
    assigned_users: ['GET', 'POST', 'DELETE'],
    message_templates: ['GET', 'POST', 'DELETE'],
    phone_numbers: ['GET'],
    subscribed_apps: ['GET', 'POST', 'DELETE'],
  },
  WhatsAppBusinessPhoneNumber: { '': ['GET'] },
}

export const isCounted = (kind: string, edge: string, method: string): boolean =>
  COUNTED[kind]?.[edge]?.includes(method) === true

/** Also of the use case of sending, though the permission to manage opens them, too. */
const SENDING_EDGES: readonly string[] = ['register', 'deregister']

/**
 * Which of the two use cases of the platform a call is told under: sending, or managing. NOTE: known from recorded answers
 * to messages, register and deregister, and to reads of nodes and profiles; others go by their permission.
 */
export const isSending = (kind: string, edge: string, access: unknown): boolean =>
  (Array.isArray(access) && access.length === 1 && access[0] === 'whatsapp_business_messaging') ||
  (kind === 'WhatsAppBusinessPhoneNumber' && SENDING_EDGES.includes(edge))
