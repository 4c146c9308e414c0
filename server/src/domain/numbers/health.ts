import type { EntityHealth } from '../accounts/health.ts'
import type { PhoneNumber, Template } from '../model.ts'

/*
 * Whether a number or a template stands in the way of sending; accounts/health.ts has the rest.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status
 */

/** NOTE: the sentence about the display name is the documented one; the others are ours. */
export function numberHealth({ id, status, registered_at, name_status }: PhoneNumber): EntityHealth {
  const entity = { entity_type: 'PHONE_NUMBER' as const, id }
  if (status === 'BANNED') {
    return blocked(entity, 131031, 'The phone number is banned.', 'Appeal in Business Support Home.')
  }
  if (registered_at === undefined) {
    return blocked(entity, 133010, 'The phone number is not registered.', 'Register the phone number.')
  }
  if (status === 'RESTRICTED' || status === 'RATE_LIMITED') return limited(entity, RESTRICTED)
  return name_status === 'APPROVED' ? { ...entity, can_send_message: 'AVAILABLE' } : limited(entity, NAMELESS)
}

export function templateHealth({ id, status }: Template): EntityHealth {
  const entity = { entity_type: 'MESSAGE_TEMPLATE' as const, id }
  if (status === 'APPROVED') return { ...entity, can_send_message: 'AVAILABLE' }
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

const limited = (entity: Entity, info: string): EntityHealth => ({
  ...entity,
  can_send_message: 'LIMITED',
  additional_info: [info],
})

const blocked = (entity: Entity, error_code: number, error_description: string, solution: string): EntityHealth => ({
  ...entity,
  can_send_message: 'BLOCKED',
  errors: [{ error_code, error_description, possible_solution: solution }],
})
