import {
  AppNotAuthorized,
  CheckpointedUser,
  LoggedOutToken,
  NoRoleOnPage,
  PasswordChanged,
  RevokedToken,
  UnconfirmedUser,
} from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'

/**
 * What ends a token before its time, each with its own subcode of 190.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
export const TOKEN_ENDS = [
  'app_removed',
  'checkpointed',
  'password_changed',
  'invalidated',
  'unconfirmed',
  'logged_out',
  'no_role',
] as const

export type TokenEnd = (typeof TOKEN_ENDS)[number]

const ends: Record<TokenEnd, (appId: string) => Refusal> = {
  app_removed: AppNotAuthorized,
  checkpointed: () => CheckpointedUser,
  password_changed: () => PasswordChanged,
  invalidated: () => RevokedToken,
  unconfirmed: () => UnconfirmedUser,
  logged_out: () => LoggedOutToken,
  no_role: () => NoRoleOnPage,
}

/** What whoever still uses the token is told. */
export const endOf = (end: TokenEnd, appId: string): Refusal => ends[end](appId)
