/**
 * Every documented way to say no that the server can use, by area. Texts, codes and HTTP statuses are the platform's:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 * Where an observed answer and the documentation differ, the observed answer is kept.
 */
export * from './catalogue/access.ts'
export * from './catalogue/accounts.ts'
export * from './catalogue/analytics.ts'
export * from './catalogue/direct-send.ts'
export * from './catalogue/graph.ts'
export * from './catalogue/marketing-messages.ts'
export * from './catalogue/media.ts'
export * from './catalogue/messaging.ts'
export * from './catalogue/numbers.ts'
export * from './catalogue/parameters.ts'
export * from './catalogue/registration.ts'
export * from './catalogue/service.ts'
export * from './catalogue/templates.ts'
export * from './catalogue/threads.ts'
export * from './catalogue/uploads.ts'
export * from './catalogue/webhooks.ts'
