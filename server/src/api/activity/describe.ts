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
type ActivityType = (typeof ACTIVITY_TYPES)[number]

type ActorType = 'USER' | 'SYSTEM' | 'API' | 'ADMIN' | 'AUTOMATED_PROCESS'

interface Projection {
  type: ActivityType
  /** Who does such a thing, when the event does not name anybody. */
  actor: ActorType
  description: string
}

const as = (type: ActivityType, actor: ActorType, description: string): Projection => ({ type, actor, description })

/** Which events an account's activities tell of, and as what. */
export const projections: Partial<Record<Logged['type'], Projection>> = {
  'account.created': as('ACCOUNT_CREATED', 'ADMIN', 'The account was created'),
  'account.changed': as('ACCOUNT_UPDATED', 'API', 'The account was updated'),
  'account.located': as('ACCOUNT_UPDATED', 'SYSTEM', 'The primary location was set'),
  'account.international_rates_set': as(
    'ACCOUNT_UPDATED',
    'SYSTEM',
    'The account is eligible for authentication-international rates',
  ),
  'account.schedule_created': as('ACCOUNT_UPDATED', 'API', 'A schedule was created'),
  'account.user_assigned': as('USER_ADDED', 'API', 'A user was assigned to the account'),
  'account.user_changed': as('USER_ROLE_CHANGED', 'API', 'The tasks of a user were changed'),
  'account.user_unassigned': as('USER_REMOVED', 'API', 'A user was taken off the account'),
  'account.shared': as('PERMISSION_GRANTED', 'ADMIN', 'The account was shared'),
  'account.unshared': as('PERMISSION_REVOKED', 'ADMIN', 'The account is not shared any more'),
  'account.deleted': as('ACCOUNT_DELETED', 'ADMIN', 'The account was deleted'),
  'account.app_installed': as('API_ACCESS_GRANTED', 'ADMIN', 'The app of a partner was granted permissions'),
  'account.app_removed': as('API_ACCESS_REVOKED', 'ADMIN', 'Permissions were taken back from the app of a partner'),
  'account.funded': as('BILLING_UPDATED', 'API', 'A line of credit was attached'),
  'account.unfunded': as('BILLING_UPDATED', 'API', 'The line of credit was taken back'),
  'account.reviewed': as('COMPLIANCE_ACTION', 'SYSTEM', 'The account was reviewed'),
  'account.violated': as('COMPLIANCE_ACTION', 'SYSTEM', 'A policy was violated'),
  'account.restricted': as('COMPLIANCE_ACTION', 'SYSTEM', 'The account was restricted'),
  'account.ban_scheduled': as('COMPLIANCE_ACTION', 'SYSTEM', 'The account will be disabled'),
  'account.banned': as('COMPLIANCE_ACTION', 'SYSTEM', 'The account was disabled'),
  'account.reinstated': as('COMPLIANCE_ACTION', 'SYSTEM', 'The account was reinstated'),
  'template.created': as('TEMPLATE_CREATED', 'API', 'A template was created'),
  'template.edited': as('TEMPLATE_UPDATED', 'API', 'A template was edited'),
  'template.status_changed': as('TEMPLATE_UPDATED', 'AUTOMATED_PROCESS', 'The status of a template changed'),
  'template.deleted': as('TEMPLATE_DELETED', 'API', 'A template was deleted'),
  'number.added': as('PHONE_NUMBER_ADDED', 'API', 'A phone number was added'),
  'number.verified': as('PHONE_NUMBER_VERIFIED', 'API', 'A phone number was verified'),
  'number.removed': as('PHONE_NUMBER_REMOVED', 'ADMIN', 'A phone number was removed'),
  'number.pin_event': as('SECURITY_EVENT', 'USER', 'Two-step verification was changed, or asked to be reset'),
  'app.subscribed': as('WEBHOOK_CONFIGURED', 'API', 'An app was subscribed'),
  'app.unsubscribed': as('WEBHOOK_CONFIGURED', 'API', 'An app was unsubscribed'),
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
