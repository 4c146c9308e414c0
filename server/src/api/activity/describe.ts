import type { Read } from '../../store/read.ts'

export type Logged = Awaited<ReturnType<Read['events']['ofAccount']>>[number]

export const ACTIVITY_TYPES = [
  'ACCOUNT_CREATED',
  'ACCOUNT_UPDATED',
  'ACCOUNT_DELETED',
  'PHONE_NUMBER_ADDED',
  'PHONE_NUMBER_REMOVED',
  'PHONE_NUMBER_VERIFIED',
  'USER_ADDED',
  'USER_REMOVED',
  'USER_ROLE_CHANGED',
  'PERMISSION_GRANTED',
  'PERMISSION_REVOKED',
  'TEMPLATE_CREATED',
  'TEMPLATE_UPDATED',
  'TEMPLATE_DELETED',
  'WEBHOOK_CONFIGURED',
  'API_ACCESS_GRANTED',
  'API_ACCESS_REVOKED',
  'BILLING_UPDATED',
  'COMPLIANCE_ACTION',
  'SECURITY_EVENT',
] as const
export type ActivityType = (typeof ACTIVITY_TYPES)[number]

export type ActorType = 'USER' | 'SYSTEM' | 'API' | 'ADMIN' | 'AUTOMATED_PROCESS'

interface Projection {
  type: ActivityType
  /** Who does such a thing, when the event does not name anybody. */
  actor: ActorType
  description: string
}

/** Which events an account's activities tell of, and as what. */
export const projections: Partial<Record<Logged['type'], Projection>> = {
  'account.created': { type: 'ACCOUNT_CREATED', actor: 'ADMIN', description: 'The account was created' },
  'account.changed': { type: 'ACCOUNT_UPDATED', actor: 'API', description: 'The account was updated' },
  'account.located': { type: 'ACCOUNT_UPDATED', actor: 'SYSTEM', description: 'The primary location was set' },
  'account.international_rates_set': {
    type: 'ACCOUNT_UPDATED',
    actor: 'SYSTEM',
    description: 'The account is eligible for authentication-international rates',
  },
  'account.schedule_created': { type: 'ACCOUNT_UPDATED', actor: 'API', description: 'A schedule was created' },
  'account.user_assigned': { type: 'USER_ADDED', actor: 'API', description: 'A user was assigned to the account' },
  'account.user_changed': { type: 'USER_ROLE_CHANGED', actor: 'API', description: 'The tasks of a user were changed' },
  'account.user_unassigned': { type: 'USER_REMOVED', actor: 'API', description: 'A user was taken off the account' },
  'account.shared': { type: 'PERMISSION_GRANTED', actor: 'ADMIN', description: 'The account was shared' },
  'account.unshared': { type: 'PERMISSION_REVOKED', actor: 'ADMIN', description: 'The account is not shared any more' },
  'account.deleted': { type: 'ACCOUNT_DELETED', actor: 'ADMIN', description: 'The account was deleted' },
  'account.app_installed': {
    type: 'API_ACCESS_GRANTED',
    actor: 'ADMIN',
    description: 'The app of a partner was granted permissions',
  },
  'account.app_removed': {
    type: 'API_ACCESS_REVOKED',
    actor: 'ADMIN',
    description: 'Permissions were taken back from the app of a partner',
  },
  'account.funded': { type: 'BILLING_UPDATED', actor: 'API', description: 'A line of credit was attached' },
  'account.unfunded': { type: 'BILLING_UPDATED', actor: 'API', description: 'The line of credit was taken back' },
  'account.reviewed': { type: 'COMPLIANCE_ACTION', actor: 'SYSTEM', description: 'The account was reviewed' },
  'account.violated': { type: 'COMPLIANCE_ACTION', actor: 'SYSTEM', description: 'A policy was violated' },
  'account.restricted': { type: 'COMPLIANCE_ACTION', actor: 'SYSTEM', description: 'The account was restricted' },
  'account.ban_scheduled': { type: 'COMPLIANCE_ACTION', actor: 'SYSTEM', description: 'The account will be disabled' },
  'account.banned': { type: 'COMPLIANCE_ACTION', actor: 'SYSTEM', description: 'The account was disabled' },
  'account.reinstated': { type: 'COMPLIANCE_ACTION', actor: 'SYSTEM', description: 'The account was reinstated' },
  'template.created': { type: 'TEMPLATE_CREATED', actor: 'API', description: 'A template was created' },
  'template.edited': { type: 'TEMPLATE_UPDATED', actor: 'API', description: 'A template was edited' },
  'template.status_changed': {
    type: 'TEMPLATE_UPDATED',
    actor: 'AUTOMATED_PROCESS',
    description: 'The status of a template changed',
  },
  'template.deleted': { type: 'TEMPLATE_DELETED', actor: 'API', description: 'A template was deleted' },
  'number.registered': { type: 'PHONE_NUMBER_ADDED', actor: 'API', description: 'A phone number was registered' },
  'number.deregistered': { type: 'PHONE_NUMBER_REMOVED', actor: 'API', description: 'A phone number was deregistered' },
  'app.subscribed': { type: 'WEBHOOK_CONFIGURED', actor: 'API', description: 'An app was subscribed' },
  'app.unsubscribed': { type: 'WEBHOOK_CONFIGURED', actor: 'API', description: 'An app was unsubscribed' },
}

/** The events that make activities of these types; of all types when none are named. */
export const eventsFor = (types: readonly string[] | undefined): string[] =>
  Object.entries(projections)
    .filter(([, projection]) => !types || types.includes(projection.type))
    .map(([event]) => event)

const PLACE = new Set(['type', 'at', 'seq', 'id', 'account_id', 'actor_id'])

/** What an event says besides where and when. */
export const detailsOf = (event: Logged): Record<string, unknown> =>
  Object.fromEntries(Object.entries(event).filter(([name, value]) => !PLACE.has(name) && value !== undefined))
