import type { Refusal } from '../refusals.ts'

/*
 * The server's own condition, and limits on calls as such.
 * https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */

/** Something went wrong that is not the caller's doing; the cause stays in the server's log. */
export const UnknownError: Refusal = {
  name: 'UnknownError',
  code: 1,
  http: 500,
  bare: true,
  message: 'An unknown error occurred',
}

/** A passing condition: the same call may work in a moment. */
export const ServiceUnavailable: Refusal = {
  name: 'ServiceUnavailable',
  code: 2,
  http: 503,
  bare: true,
  transient: true,
  message: 'Service temporarily unavailable',
}

export const AppRateExceeded: Refusal = {
  name: 'AppRateExceeded',
  code: 4,
  http: 400,
  transient: true,
  message: 'Application request limit reached',
}

export const AccountRateExceeded: Refusal = {
  name: 'AccountRateExceeded',
  code: 80007,
  http: 400,
  transient: true,
  message: 'Rate limit issues',
}

export const ManagementRateExceeded: Refusal = {
  name: 'ManagementRateExceeded',
  code: 80008,
  http: 400,
  message:
    'There have been too many calls to this WhatsApp Business account. Wait a bit and try again. For more info, ' +
    'please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
}

/** The account's throughput is being raised, or the like. */
export const MaintenanceMode: Refusal = {
  name: 'MaintenanceMode',
  code: 131057,
  http: 500,
  message: 'Account in maintenance mode',
}

/** A send that failed on the way for no reason the platform explains. */
export const SomethingWentWrong: Refusal = {
  name: 'SomethingWentWrong',
  code: 131000,
  http: 500,
  message: 'Something went wrong',
}
