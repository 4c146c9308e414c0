import { z } from 'zod'
import {
  InvalidParameter,
  Param,
  RoutingNotConfigured,
  ThreadNotOwned,
  ThreadTakeNotPermitted,
} from '../../domain/catalogue.ts'
import { readAddressee } from '../../domain/messaging/recipient.ts'
import { longerThan } from '../../domain/messaging/text-length.ts'
import {
  METADATA_MAX,
  ownerOf,
  type Responder,
  roleOf,
  THREAD_ROLES,
  type ThreadRole,
  threadId,
} from '../../domain/messaging/thread.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { putOwner, rolesOf, takeThread } from '../../store/thread-step.ts'
import { resolveRecipient } from './message/resolve-recipient.ts'
import { PhoneNumberNode } from './node.ts'

/**
 * NOTE: the pages are known by way of two open-source clients.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/conversation-routing/thread-control
 */
const ThreadControl = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  to: z.string().optional().describe('Phone number of the customer; this or `recipient`.'),
  recipient: z.string().optional().describe('Business-scoped user id of the customer.'),
  action: z.enum(['pass', 'take', 'release']),
  metadata: z.string().optional().describe('Told to the other app; up to 2,000 characters.'),
  control_pass: z
    .looseObject({ target_role: z.enum(THREAD_ROLES) })
    .optional()
    .describe('Whom the thread is passed to; the escalation partner when left out.'),
})

export const controlThread = operation({
  on: PhoneNumberNode,
  edge: 'thread_control',
  method: 'POST',
  name: 'controlThread',
  summary: 'Pass a thread to another app that shares the number, take it, or release it.',
  docs: 'conversation-routing/thread-control',
  access: ['whatsapp_business_messaging'],
  params: ThreadControl,
  returns: Success,
  refusals: [RoutingNotConfigured, ThreadNotOwned, ThreadTakeNotPermitted, InvalidParameter(), Param('')],
}).run(async call => {
  const { node: number, params, caller, read, now, record } = call
  const { action, metadata } = params
  const { routing } = number
  if (!routing || caller.kind !== 'token') throw new Refused(RoutingNotConfigured)
  checkParams(params)
  const { customerId } = await resolveRecipient(readAddressee(params, number.digits), read)
  const appId = caller.app.id
  if (action === 'take') {
    if (roleOf(routing, appId) !== 'escalation') throw new Refused(ThreadTakeNotPermitted)
    await takeThread(call, number, customerId, appId, metadata)
    return success
  }
  const thread = await read.threads.find(threadId(number.id, customerId))
  const conversation = await read.conversations.find(number.id, customerId)
  if (ownerOf(thread, conversation?.last_received_at, now) !== appId) throw new Refused(ThreadNotOwned)
  const scene = { phone_number_id: number.id, customer_id: customerId }
  if (action === 'release') {
    putOwner(call, thread, scene, undefined)
    return success
  }
  const next = target(routing, params.control_pass?.target_role ?? 'escalation', appId)
  putOwner(call, thread, scene, next)
  record({
    type: 'thread.passed',
    at: now,
    account_id: number.account_id,
    ...scene,
    for_app: next,
    ...rolesOf(routing, appId, next),
    ...(metadata === undefined ? {} : { metadata }),
  })
  return success
})

function checkParams({ to, recipient, action, metadata, control_pass }: z.output<typeof ThreadControl>): void {
  if ((to === undefined) === (recipient === undefined)) {
    throw new Refused(Param('Exactly one of the parameters to and recipient is required.'))
  }
  if (metadata !== undefined && longerThan(metadata, METADATA_MAX)) {
    throw new Refused(Param(`Param metadata must be at most ${METADATA_MAX} characters long.`))
  }
  if (control_pass && action !== 'pass') {
    throw new Refused(Param('The parameter control_pass is only allowed with the action pass.'))
  }
}

function target(routing: readonly Responder[], role: ThreadRole, appId: string): string {
  const next = routing.find(one => one.role === role)
  if (next && next.app_id !== appId) return next.app_id
  throw new Refused(InvalidParameter(`There is no other app with the role ${role}.`))
}
