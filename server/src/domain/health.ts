import type { App } from './accounts/apps.ts'
import { lockedOut } from './accounts/barred.ts'
import type { Account, Business } from './accounts/model.ts'
import { restrictionsAt, standingOf } from './accounts/standing.ts'
import { waitsForName } from './numbers/display-name.ts'
import type { PhoneNumber } from './numbers/model.ts'
import type { Template } from './templates/model.ts'

/*
 * Whether messages can be sent, entity by entity.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status
 * NOTE: the sentence about the display name is the documented one; the others are ours. The codes 141000 of the name and
 * 141006 of the payment are known from users of the platform only.
 */

export type Ability = 'AVAILABLE' | 'LIMITED' | 'BLOCKED'

export interface EntityHealth {
  entity_type: 'PHONE_NUMBER' | 'WABA' | 'BUSINESS' | 'APP' | 'MESSAGE_TEMPLATE'
  id: string
  can_send_message: Ability
  /** Of numbers and apps, while the number has calling switched on; it does not count for the whole. */
  can_receive_call_sip?: Ability
  additional_info?: string[]
  errors?: { error_code: number; error_description: string; possible_solution: string }[]
}

const ORDER: readonly Ability[] = ['AVAILABLE', 'LIMITED', 'BLOCKED']

/** The whole is as good as its worst part. */
export const healthStatus = (entities: EntityHealth[]): { can_send_message: Ability; entities: EntityHealth[] } => ({
  can_send_message: ORDER[Math.max(0, ...entities.map(one => ORDER.indexOf(one.can_send_message)))]!,
  entities,
})

export function accountHealth(account: Account, now: number): EntityHealth {
  const entity = { entity_type: 'WABA' as const, id: account.id }
  const locked = lockedOut(account)
  if (locked) {
    return blocked(entity, locked.code, locked.message, 'Appeal the decision in Business Support Home.')
  }
  if (account.unfunded) {
    return blocked(entity, 141006, 'The line of credit of the account was taken back.', 'Add a payment method.')
  }
  const info = [
    ...restrictionsAt(account, now).map(type => `The account is restricted: ${type}.`),
    ...(standingOf(account) === 'BAN_SCHEDULED' ? ['The account is about to be disabled.'] : []),
  ]
  return info.length === 0 ? available(entity) : limited(entity, info)
}

export const businessHealth = ({ id }: Business): EntityHealth => available({ entity_type: 'BUSINESS', id })

export const appHealth = ({ id }: Pick<App, 'id'>): EntityHealth => available({ entity_type: 'APP', id })

export function numberHealth(number: PhoneNumber): EntityHealth {
  const { errors: ofSip = [], ...sip } = sipHealth(number)
  const health = { ...sendingHealth(number), ...sip }
  const errors = [...(health.errors ?? []), ...ofSip]
  return errors.length === 0 ? health : { ...health, errors }
}

/**
 * Whether calls reach the business over SIP; nothing is said while calling is off.
 * NOTE: of the errors only codes and descriptions are published.
 */
export function sipHealth({ settings }: PhoneNumber): Pick<EntityHealth, 'can_receive_call_sip' | 'errors'> {
  const calling = settings?.calling
  if (calling?.status !== 'ENABLED') return {}
  if (calling.sip?.status !== 'ENABLED') return sipBlocked(138024, 'SIP is not enabled', 'Enable SIP in the settings.')
  if (!calling.sip.servers?.length) {
    return sipBlocked(138025, 'App has no SIP server for this number', 'Name a SIP server in the settings.')
  }
  return { can_receive_call_sip: 'AVAILABLE' }
}

const sipBlocked = (error_code: number, error_description: string, possible_solution: string) => ({
  can_receive_call_sip: 'BLOCKED' as const,
  errors: [{ error_code, error_description, possible_solution }],
})

function sendingHealth(number: PhoneNumber): EntityHealth {
  const { id, status, registered_at, name_status } = number
  const entity = { entity_type: 'PHONE_NUMBER' as const, id }
  if (status === 'BANNED') {
    return blocked(entity, 131031, 'The phone number is banned.', 'Appeal in Business Support Home.')
  }
  if (registered_at === undefined) {
    return blocked(entity, 133010, 'The phone number is not registered.', 'Register the phone number.')
  }
  if (waitsForName(number)) {
    return blocked(
      entity,
      141000,
      'The display name has not been approved.',
      'Wait for its review, or ask for another.',
    )
  }
  if (status === 'RESTRICTED' || status === 'RATE_LIMITED') return limited(entity, [RESTRICTED])
  return name_status === 'APPROVED' ? available(entity) : limited(entity, [NAMELESS])
}

export function templateHealth({ id, status }: Template): EntityHealth {
  const entity = { entity_type: 'MESSAGE_TEMPLATE' as const, id }
  if (status === 'APPROVED') return available(entity)
  return blocked(
    entity,
    141002,
    'Message templates can only be sent out if they are approved.',
    'Edit or appeal the message template review decision.',
  )
}

const RESTRICTED = 'There are restrictions on how many messages this phone number can send.'
const NAMELESS =
  'Your display name has not been approved yet. Your message limit will increase after the display name is approved.'

type Entity = Pick<EntityHealth, 'entity_type' | 'id'>

const available = (entity: Entity): EntityHealth => ({ ...entity, can_send_message: 'AVAILABLE' })

const limited = (entity: Entity, additional_info: string[]): EntityHealth => ({
  ...entity,
  can_send_message: 'LIMITED',
  additional_info,
})

const blocked = (entity: Entity, error_code: number, error_description: string, solution: string): EntityHealth => ({
  ...entity,
  can_send_message: 'BLOCKED',
  errors: [{ error_code, error_description, possible_solution: solution }],
})
