/**
 * What somebody may be assigned to do with an account.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-system-users
 */
export const TASKS = [
  'MANAGE',
  'DEVELOP',
  'MANAGE_TEMPLATES',
  'MANAGE_PHONE',
  'VIEW_COST',
  'MANAGE_EXTENSIONS',
  'VIEW_PHONE_ASSETS',
  'MANAGE_PHONE_ASSETS',
  'VIEW_TEMPLATES',
  'VIEW_INSIGHTS',
  'RECEIVE_INCOMING_MESSAGES',
  'MANAGE_BILLING',
  'MANAGE_USERS',
  'MESSAGING',
  'FULL_CONTROL',
] as const

export type Task = (typeof TASKS)[number]

/** These two stand for all others. */
const WHOLE: readonly Task[] = ['MANAGE', 'FULL_CONTROL']

const VIEW: readonly Task[] = TASKS

/** What an operation is about, as far as its contract tells. */
export interface TaskQuestion {
  kind: string
  edge: string
  method: 'GET' | 'POST' | 'DELETE'
  /** Whether messaging is the only permission that opens it. */
  messaging: boolean
}

/**
 * Any of these tasks opens an operation, where its contract names none.
 * NOTE: which task opens what is described in words only; this is our reading of them.
 */
export function tasksFor({ kind, edge, method, messaging }: TaskQuestion): readonly Task[] {
  if (messaging) return [...WHOLE, 'DEVELOP', 'MESSAGING']
  if (method === 'GET') return VIEW
  if (kind.includes('Template') || edge.includes('template')) return [...WHOLE, 'MANAGE_TEMPLATES']
  if (kind === 'WhatsAppBusinessPhoneNumber' || edge === 'phone_numbers')
    return [...WHOLE, 'MANAGE_PHONE', 'MANAGE_PHONE_ASSETS']
  return [...WHOLE, 'DEVELOP']
}

/** Whether somebody with these tasks may do what needs one of those. */
export const mayDo = (tasks: readonly Task[], needed: readonly Task[]): boolean =>
  tasks.some(task => WHOLE.includes(task) || needed.includes(task))
