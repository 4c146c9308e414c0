import { endOf, TOKEN_ENDS } from '../domain/accounts/token-ends.ts'
import * as catalogue from '../domain/catalogue.ts'
import type { Refusal } from '../domain/refusals.ts'

/** What any call may be answered, whatever its operation; in one case each. Contracts do not repeat these. */
export const kernelRefusals: readonly Refusal[] = [
  catalogue.MissingToken,
  catalogue.MissingTokenForMe,
  catalogue.InvalidToken,
  catalogue.ExpiredToken(0, 0),
  ...TOKEN_ENDS.map(end => endOf(end, '0')),
  catalogue.InvalidAppSecretProof,
  catalogue.AppSecretProofRequired,
  catalogue.PermissionRequired('business_management'),
  catalogue.NoAccountPermission,
  catalogue.NoFieldPermission,
  catalogue.AppTokenRequired,
  catalogue.UnsupportedRequest('GET', '0'),
  catalogue.MethodNotAllowed('GET'),
  catalogue.UnknownPath('/'),
  catalogue.UnknownAlias('nobody'),
  catalogue.NonexistingField('field', 'Node'),
  catalogue.UnknownFields('field'),
  catalogue.CursorOutOfRange,
  catalogue.InvalidParameter(),
  catalogue.ServiceUnavailable,
  catalogue.UnknownError,
]
