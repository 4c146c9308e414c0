import { mayDo, type Task, tasksFor } from '../domain/accounts/tasks.ts'
import { NoAccountPermission, NoFieldPermission } from '../domain/catalogue.ts'
import { Refused } from '../domain/refusals.ts'
import type { Read } from '../store/read.ts'
import type { Caller } from './access.ts'
import type { Contract } from './operation.ts'

/** What the person behind a token may do with a node: everything, or what was assigned. */
export type Grip = 'all' | readonly Task[]

/**
 * Admins have a grip on all that their portfolio reaches, employees on the accounts they are assigned to.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/access-tokens
 */
export async function gripOf(caller: Caller, accountId: string | undefined, read: Read): Promise<Grip> {
  if (caller.kind !== 'token') return 'all'
  const user = await read.users.find(caller.token.user_id)
  if (user?.role !== 'EMPLOYEE') return 'all'
  if (accountId === undefined) return []
  return (await read.assignments.find(`${accountId}/${user.id}`))?.tasks ?? []
}

// biome-ignore lint/suspicious/noExplicitAny: contracts of every type
type AnyContract = Contract<any, any, any>

/** The tasks that open an operation: those of its contract, or what its kind and edge say. */
export function tasksOf({ tasks, on, edge = '', method, access }: AnyContract): readonly Task[] {
  if (tasks) return tasks
  const messaging = Array.isArray(access) && access.length === 1 && access[0] === 'whatsapp_business_messaging'
  return tasksFor({ kind: on.name, edge, method, messaging })
}

/** Throws Refused when the grip is too weak. Without a contract the node is only read. */
export function checkGrip(grip: Grip, accountId: string | undefined, contract?: AnyContract): void {
  if (grip === 'all') return
  if (contract?.admin) throw new Refused(contract.denied ?? NoAccountPermission)
  if (accountId === undefined) return
  if (grip.length === 0) throw new Refused(contract?.denied ?? NoAccountPermission)
  if (contract && !mayDo(grip, tasksOf(contract))) throw new Refused(contract.denied ?? NoAccountPermission)
}

/** Throws Refused for a field that the grip does not open. */
export function checkFieldGrip(grip: Grip, tasks: readonly Task[]): void {
  if (grip !== 'all' && !mayDo(grip, tasks)) throw new Refused(NoFieldPermission)
}
