import type { Refusal } from '../refusals.ts'

/*
 * Accounts, who is assigned to them, and what hangs on them.
 * NOTE: the wording is that of the OpenAPI document; no capture was found.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/whatsapp-business-accounts
 */

export const UserNotAssigned: Refusal = {
  name: 'UserNotAssigned',
  code: 803,
  http: 404,
  type: 'GraphMethodException',
  bare: true,
  message: 'User is not assigned to this WhatsApp Business Account',
}

/** Captured. The app has to be subscribed before it says where its messages go. */
export const SubscribeBeforeOverride: Refusal = {
  name: 'SubscribeBeforeOverride',
  code: 100,
  http: 400,
  message:
    'Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business ' +
    'Account',
}

export const ScheduleNameTaken: Refusal = {
  name: 'ScheduleNameTaken',
  code: 100,
  http: 409,
  type: 'GraphMethodException',
  bare: true,
  message: 'Schedule name already exists in this WhatsApp Business Account',
}

export const ScheduleTimezoneInvalid: Refusal = {
  name: 'ScheduleTimezoneInvalid',
  code: 100,
  http: 422,
  type: 'GraphMethodException',
  bare: true,
  message: 'Schedule validation failed: invalid timezone identifier',
}

export const ActivityRangeTooLarge: Refusal = {
  name: 'ActivityRangeTooLarge',
  code: 100,
  http: 422,
  type: 'GraphMethodException',
  bare: true,
  message: 'The requested date range is too large. Maximum range is 90 days',
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
export const InsightsCannotBeDisabled: Refusal = {
  name: 'InsightsCannotBeDisabled',
  code: 200006,
  http: 400,
  message: 'Cannot disable template insights',
}
