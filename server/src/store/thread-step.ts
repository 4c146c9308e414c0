import { ownerOf, roleOf, type Thread, threadId } from '../domain/messaging/thread.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Stored } from '../domain/stored.ts'
import type { Unit } from './store.ts'

/** Stages another owner of a thread, or none. */
export function putOwner(
  { stage }: Pick<Unit, 'stage'>,
  before: Stored<Thread> | undefined,
  { phone_number_id, customer_id }: { phone_number_id: string; customer_id: string },
  owner: string | undefined,
): void {
  const id = threadId(phone_number_id, customer_id)
  const thread: Thread = { id, phone_number_id, ...(owner === undefined ? {} : { owner_app_id: owner }) }
  if (!before) stage.threads.add(thread)
  else if (before.owner_app_id !== owner) stage.threads.change({ ...thread, version: before.version })
}

/** The escalation partner takes a thread from its owner, who is told. */
export async function takeThread(
  unit: Unit,
  { id: phone_number_id, account_id, routing = [] }: PhoneNumber,
  customer_id: string,
  app_id: string,
  metadata?: string,
): Promise<void> {
  const { read, record, now } = unit
  const before = await read.threads.find(threadId(phone_number_id, customer_id))
  const conversation = await read.conversations.find(phone_number_id, customer_id)
  const owner = ownerOf(before, conversation?.last_received_at, now)
  putOwner(unit, before, { phone_number_id, customer_id }, app_id)
  if (owner === undefined || owner === app_id) return
  record({
    type: 'thread.taken',
    at: now,
    account_id,
    phone_number_id,
    customer_id,
    for_app: owner,
    ...rolesOf(routing, owner, app_id),
    ...(metadata === undefined ? {} : { metadata }),
  })
}

/** Both sides of a change of owner, as webhooks name them. */
export function rolesOf(routing: NonNullable<PhoneNumber['routing']>, previous: string, next: string) {
  const [previous_owner_role, new_owner_role] = [roleOf(routing, previous), roleOf(routing, next)]
  return {
    previous_owner_app_id: previous,
    ...(previous_owner_role ? { previous_owner_role } : {}),
    ...(new_owner_role ? { new_owner_role } : {}),
  }
}
