import type { Refusal } from '../refusals.ts'
import { pacificTime } from './pacific-time.ts'

/*
 * Tokens and permissions. A code of 190 or 104 carries its sentence without the `(#code)` prefix.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */

/** The session behind the token is over; clients tell these apart by subcode. */
const SUBCODE_EXPIRED = 463
const SUBCODE_INVALIDATED = 460
const SUBCODE_APP_REMOVED = 458
const SUBCODE_CHECKPOINTED = 459
const SUBCODE_UNCONFIRMED = 464
const SUBCODE_LOGGED_OUT = 467
const SUBCODE_NO_ROLE = 492
/** No right to the asset at all. */
const SUBCODE_NO_ASSET = 1349174
const SUBCODE_CODE_EXPIRED = 36007
const SUBCODE_CODE_MISMATCH = 36008
const SUBCODE_CODE_USED = 36009

/** The text is no token at all. */
export const InvalidToken: Refusal = {
  name: 'InvalidToken',
  code: 190,
  http: 401,
  bare: true,
  message: 'Invalid OAuth access token - Cannot parse access token',
}

/** A token of another kind than the call needs, or one that cannot be decoded. */
export const InvalidTokenData: Refusal = {
  name: 'InvalidTokenData',
  code: 190,
  http: 401,
  bare: true,
  message: 'Invalid OAuth access token data.',
}

export const ExpiredToken = (expiredAt: number, now: number): Refusal => ({
  name: 'ExpiredToken',
  code: 190,
  subcode: SUBCODE_EXPIRED,
  http: 401,
  bare: true,
  message:
    `Error validating access token: Session has expired on ${pacificTime(expiredAt)}. ` +
    `The current time is ${pacificTime(now)}.`,
})

export const RevokedToken: Refusal = {
  name: 'RevokedToken',
  code: 190,
  subcode: SUBCODE_INVALIDATED,
  http: 401,
  bare: true,
  message: 'Error validating access token: The session was invalidated previously using an API call.',
}

export const PasswordChanged: Refusal = {
  name: 'PasswordChanged',
  code: 190,
  subcode: SUBCODE_INVALIDATED,
  http: 401,
  bare: true,
  message:
    'Error validating access token: The session has been invalidated because the user changed their password or ' +
    'Facebook has changed the session for security reasons.',
}

export const CheckpointedUser: Refusal = {
  name: 'CheckpointedUser',
  code: 190,
  subcode: SUBCODE_CHECKPOINTED,
  http: 401,
  bare: true,
  message:
    'Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the ' +
    'instructions given.',
}

export const UnconfirmedUser: Refusal = {
  name: 'UnconfirmedUser',
  code: 190,
  subcode: SUBCODE_UNCONFIRMED,
  http: 401,
  bare: true,
  message:
    'Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.',
}

export const NoRoleOnPage: Refusal = {
  name: 'NoRoleOnPage',
  code: 190,
  subcode: SUBCODE_NO_ROLE,
  http: 401,
  bare: true,
  message:
    'Error validating access token: The user must be an administrator, editor, or moderator of the page in order to ' +
    'impersonate it.',
}

export const LoggedOutToken: Refusal = {
  name: 'LoggedOutToken',
  code: 190,
  subcode: SUBCODE_LOGGED_OUT,
  http: 401,
  bare: true,
  message: 'Error validating access token: The session is invalid because the user logged out.',
}

export const AppNotAuthorized = (appId: string): Refusal => ({
  name: 'AppNotAuthorized',
  code: 190,
  subcode: SUBCODE_APP_REMOVED,
  http: 401,
  bare: true,
  message: `Error validating access token: The user has not authorized application ${appId}.`,
})

export const MissingToken: Refusal = {
  name: 'MissingToken',
  code: 104,
  http: 401,
  bare: true,
  message: 'An access token is required to request this resource.',
}

/** `/me` has no meaning without somebody to be. */
export const MissingTokenForMe: Refusal = {
  name: 'MissingTokenForMe',
  code: 2500,
  http: 400,
  bare: true,
  message: 'An active access token must be used to query information about the current user.',
}

export const InvalidAppSecretProof: Refusal = {
  name: 'InvalidAppSecretProof',
  code: 100,
  http: 400,
  type: 'GraphMethodException',
  bare: true,
  message: 'Invalid appsecret_proof provided in the API argument',
}

export const AppSecretProofRequired: Refusal = {
  name: 'AppSecretProofRequired',
  code: 100,
  http: 400,
  type: 'GraphMethodException',
  bare: true,
  message: 'API calls from the server require an appsecret_proof argument',
}

/** The app was never granted the permission that the call needs. */
export const PermissionDenied: Refusal = {
  name: 'PermissionDenied',
  code: 10,
  http: 403,
  message: 'Application does not have permission for this action',
}

/** The token may be used, but not to send for this account. */
export const NoSendPermission: Refusal = {
  name: 'NoSendPermission',
  code: 200,
  http: 403,
  message: 'You do not have the necessary permissions to send messages on behalf of this WhatsApp Business Account',
}

export const NoFieldPermission: Refusal = {
  name: 'NoFieldPermission',
  code: 200,
  http: 403,
  message: 'You do not have permission to access this field.',
}

/** `Requires business_management permission to manage the object`, for any permission. */
export const PermissionRequired = (permission: string): Refusal => ({
  name: 'PermissionRequired',
  code: 200,
  http: 403,
  message: `Requires ${permission} permission to manage the object`,
})

/**
 * The person behind the token has no right to the account.
 * NOTE: the sentence is known from the OpenAPI document only.
 */
export const NoAccountPermission: Refusal = {
  name: 'NoAccountPermission',
  code: 200,
  subcode: SUBCODE_NO_ASSET,
  http: 403,
  bare: true,
  message: 'Need permission on WhatsAppBusinessAccount or this Business',
  userTitle: 'Permission Denied',
  userMessage: "Your app doesn't have permission to access this resource",
}

/**
 * What concerns an app as such is asked for with its own token.
 * https://developers.facebook.com/docs/graph-api/webhooks/subscriptions-edge
 */
export const AppTokenRequired: Refusal = {
  name: 'AppTokenRequired',
  code: 15,
  http: 400,
  message: 'This method must be called with an app access_token.',
}

/** Somebody else's token, or another app's. */
export const OtherAppsToken: Refusal = {
  name: 'OtherAppsToken',
  code: 100,
  http: 400,
  message: 'The App_id in the input_token did not match the Viewing App',
}

/** Some reads without a token are answered like this instead of by code 104. */
export const ProvideAppId: Refusal = { name: 'ProvideAppId', code: 200, http: 403, message: 'Provide valid app ID' }

export const MissingPermissions: Refusal = {
  name: 'MissingPermissions',
  code: 100,
  http: 400,
  message: 'Missing permissions',
}

/** https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow */
export const ClientSecretInvalid: Refusal = {
  name: 'ClientSecretInvalid',
  code: 1,
  http: 400,
  bare: true,
  message: 'Error validating client secret.',
}

export const AuthorizationCodeExpired: Refusal = {
  name: 'AuthorizationCodeExpired',
  code: 100,
  subcode: SUBCODE_CODE_EXPIRED,
  http: 400,
  bare: true,
  message: 'This authorization code has expired.',
}

export const AuthorizationCodeUsed: Refusal = {
  name: 'AuthorizationCodeUsed',
  code: 100,
  subcode: SUBCODE_CODE_USED,
  http: 400,
  bare: true,
  message: 'This authorization code has been used.',
}

/** A code of another app, or with another `redirect_uri` than the dialog had. */
export const AuthorizationCodeMismatch: Refusal = {
  name: 'AuthorizationCodeMismatch',
  code: 100,
  subcode: SUBCODE_CODE_MISMATCH,
  http: 400,
  bare: true,
  message:
    'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the ' +
    'OAuth dialog request',
}

/** A text that was never given out as a code. */
export const AuthorizationCodeUnknown: Refusal = {
  name: 'AuthorizationCodeUnknown',
  code: 100,
  http: 400,
  bare: true,
  message: 'Invalid verification code format.',
}

/** The wording is ours: no capture of it was found. */
export const UnsupportedGrant = (grant: string): Refusal => ({
  name: 'UnsupportedGrant',
  code: 100,
  http: 400,
  message: `Param grant_type must be one of {AUTHORIZATION_CODE, CLIENT_CREDENTIALS, FB_EXCHANGE_TOKEN} - got "${grant}".`,
})
