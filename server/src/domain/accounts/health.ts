import type { Account, App, Business } from '../model.ts'
import type { Refusal } from '../refusals.ts'
import { lockedOut } from './barred.ts'
import { restrictionsAt, standingOf } from './standing.ts'

/*
 * Whether messages can be sent, entity by entity.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status
 */

export type Ability = 'AVAILABLE' | 'LIMITED' | 'BLOCKED'

export interface EntityHealth {
  entity_type: 'PHONE_NUMBER' | 'WABA' | 'BUSINESS' | 'APP' | 'MESSAGE_TEMPLATE'
  id: string
  can_send_message: Ability
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
  if (locked) return { ...entity, can_send_message: 'BLOCKED', errors: [told(locked)] }
  const restrictions = restrictionsAt(account, now)
  const info = [
    ...restrictions.map(type => `The account is restricted: ${type}.`),
    ...(standingOf(account) === 'BAN_SCHEDULED' ? ['The account is about to be disabled.'] : []),
    ...(account.unfunded ? ['The line of credit of the account was taken back.'] : []),
  ]
  return info.length === 0
    ? { ...entity, can_send_message: 'AVAILABLE' }
    : { ...entity, can_send_message: 'LIMITED', additional_info: info }
}

export const businessHealth = ({ id }: Business): EntityHealth => ({
  entity_type: 'BUSINESS',
  id,
  can_send_message: 'AVAILABLE',
})

export const appHealth = ({ id }: Pick<App, 'id'>): EntityHealth => ({
  entity_type: 'APP',
  id,
  can_send_message: 'AVAILABLE',
})

const told = ({ code, message }: Refusal) => ({
  error_code: code,
  error_description: message,
  possible_solution: 'Appeal the decision in Business Support Home.',
})
