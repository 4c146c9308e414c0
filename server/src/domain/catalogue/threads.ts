import type { Refusal } from '../refusals.ts'

/*
 * Conversation Routing. Only the first is documented, without its words; the codes of the others are not published.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/conversation-routing/thread-control
 */

export const ThreadTakeNotPermitted: Refusal = {
  name: 'ThreadTakeNotPermitted',
  code: 2494191,
  http: 400,
  message: 'Thread take not permitted',
}

/** Another app owns the thread: it is not this one's to write into, to pass or to release. */
export const ThreadNotOwned: Refusal = {
  name: 'ThreadNotOwned',
  code: 10,
  http: 403,
  message: 'Application does not have permission for this action',
  details: 'This app does not own the thread.',
}

export const RoutingNotConfigured: Refusal = {
  name: 'RoutingNotConfigured',
  code: 100,
  http: 400,
  message: 'Invalid parameter',
  details: 'Conversation Routing is not configured for this phone number.',
}
