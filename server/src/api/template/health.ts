import { z } from 'zod'
import type { Template } from '../../domain/model.ts'
import type { FieldContext } from '../../graph/node.ts'

/** What is said of a template that cannot be sent. */
const NOT_APPROVED = {
  error_code: 141002,
  error_description: 'Message templates can only be sent out if they are approved.',
  possible_solution: 'Edit or appeal the message template review decision.',
}

const Entity = z.looseObject({ entity_type: z.string(), id: z.string(), can_send_message: z.string() })

export const HealthStatus = z.looseObject({ can_send_message: z.string(), entities: z.array(Entity) })

/**
 * Whether messages can be sent with a template, and what stands in the way.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/health-status
 */
export async function templateHealth(template: Template, { read, appId }: FieldContext) {
  const account = await read.accounts.find(template.account_id)
  const blocked = template.status !== 'APPROVED'
  const entities: z.output<typeof Entity>[] = [
    {
      entity_type: 'MESSAGE_TEMPLATE',
      id: template.id,
      can_send_message: blocked ? 'BLOCKED' : 'AVAILABLE',
      ...(blocked ? { errors: [NOT_APPROVED] } : {}),
    },
    {
      entity_type: 'WABA',
      id: template.account_id,
      can_send_message: account?.status === 'DISABLED' ? 'BLOCKED' : 'AVAILABLE',
    },
    ...(account ? [{ entity_type: 'BUSINESS', id: account.business_id, can_send_message: 'AVAILABLE' }] : []),
    ...(appId === undefined ? [] : [{ entity_type: 'APP', id: appId, can_send_message: 'AVAILABLE' }]),
  ]
  const stopped = entities.some(({ can_send_message }) => can_send_message === 'BLOCKED')
  return { can_send_message: stopped ? 'BLOCKED' : 'AVAILABLE', entities }
}
