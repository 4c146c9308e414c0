import type { TemplateCategory } from '../templates/model.ts'
import { serviceWindow } from './window.ts'

/*
 * Conversation Routing: several apps share a number, and one of them owns each thread.
 * NOTE: known from the official pages by way of two open-source clients.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/conversation-routing/overview
 */

export const THREAD_ROLES = ['customer_service', 'marketing', 'utility', 'ctwa', 'ai_agent', 'escalation'] as const
export type ThreadRole = (typeof THREAD_ROLES)[number]

/** An app that may answer, and what for. */
export interface Responder {
  app_id: string
  role: ThreadRole
}

/** Who owns the thread of a number and a customer. */
export interface Thread {
  /** `<phone number id>/<customer id>`. */
  id: string
  phone_number_id: string
  /** None once it was released. */
  owner_app_id?: string
}

export const threadId = (phoneNumberId: string, customerId: string): string => `${phoneNumberId}/${customerId}`

export const METADATA_MAX = 2000
export const IMPLICIT_TAKE = 'Control taken via service message'

/** The owner, until 24 hours after the customer's last message. */
export const ownerOf = (thread: Thread | undefined, lastReceivedAt: number | undefined, now: number) =>
  serviceWindow(lastReceivedAt, now).open ? thread?.owner_app_id : undefined

/** What made a customer write: an advertisement, a template, or nothing that is known. */
export interface EntryPoint {
  advertisement: boolean
  template?: TemplateCategory
}

/** The app that a thread begins with: the one for its entry point, else customer service, else any but the escalation. */
export function primaryFor(responders: readonly Responder[], { advertisement, template }: EntryPoint): string {
  const wanted: ThreadRole[] = [
    ...(advertisement ? (['ctwa'] as const) : []),
    ...(template === 'MARKETING' ? (['marketing'] as const) : []),
    ...(template === 'UTILITY' ? (['utility'] as const) : []),
    'customer_service',
    'ai_agent',
  ]
  const byRole = wanted.flatMap(role => responders.find(one => one.role === role) ?? [])
  const chosen = byRole[0] ?? responders.find(one => one.role !== 'escalation') ?? responders[0]!
  return chosen.app_id
}

export const roleOf = (responders: readonly Responder[], appId: string | undefined): ThreadRole | undefined =>
  responders.find(one => one.app_id === appId)?.role

/** What becomes of a message that is no template: it goes, it takes the thread over, or another app has it. */
export function freeFormBy(appId: string, owner: string | undefined, responders: readonly Responder[]) {
  if (owner === undefined || owner === appId) return 'goes'
  return roleOf(responders, appId) === 'escalation' ? 'takes' : 'refused'
}
