import { expect, test } from 'vitest'
import * as catalogue from '../catalogue.ts'
import { publicMessage, type Refusal } from '../refusals.ts'

test.each<[Refusal, string, number]>([
  [catalogue.InvalidToken, 'Invalid OAuth access token - Cannot parse access token', 401],
  [catalogue.MissingToken, 'An access token is required to request this resource.', 401],
  [
    catalogue.NoSendPermission,
    '(#200) You do not have the necessary permissions to send messages on behalf of this WhatsApp Business Account',
    403,
  ],
  [
    catalogue.UnsupportedRequest('POST', '7'),
    "Unsupported post request. Object with ID '7' does not exist, cannot be loaded due to missing permissions, or " +
      'does not support this operation. Please read the Graph API documentation at ' +
      'https://developers.facebook.com/docs/graph-api',
    400,
  ],
  [
    catalogue.NonexistingField('x', 'WhatsAppBusinessPhoneNumber'),
    '(#100) Tried accessing nonexisting field (x) on node type (WhatsAppBusinessPhoneNumber)',
    400,
  ],
  [catalogue.UnknownPath('/me'), 'Unknown path components: /me', 400],
  [
    catalogue.CallbackVerificationFailed(catalogue.httpFault(404, 'Not Found')),
    '(#2200) Callback verification failed with the following errors: HTTP Status Code = 404; HTTP Message = Not Found',
    400,
  ],
  [
    catalogue.CallbackVerificationFailed(
      catalogue.curlFault(
        catalogue.CURL_OPERATION_TIMEDOUT,
        'Operation timed out after 5000 milliseconds with 0 bytes received',
      ),
    ),
    '(#2200) Callback verification failed with the following errors: curl_errno = 28; ' +
      'curl_error = Operation timed out after 5000 milliseconds with 0 bytes received',
    400,
  ],
  [
    catalogue.MediaNotFound("image['id']"),
    "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
    400,
  ],
  [catalogue.TemplateMissing('x', 'en_US'), '(#132001) Template name does not exist in the translation', 404],
  [catalogue.AccountNotRegistered, '(#133010) Account not registered', 400],
  [catalogue.ServiceUnavailable, 'Service temporarily unavailable', 503],
])('%o is answered in the words of the platform', (refusal, message, http) => {
  expect(publicMessage(refusal)).toBe(message)
  expect(refusal.http).toBe(http)
})

/** Constants that are one case of a more general refusal, and go by its name. */
const CASES = ['ImageInvalid', 'LinkGone', 'MalformedRecipient', 'ReactionUnplaced']

test('every constant of the catalogue is known by its own name, unless it is one case of another', () => {
  const others = Object.entries(catalogue).filter(
    ([name, entry]) => typeof entry === 'object' && 'code' in entry && (entry as Refusal).name !== name,
  )
  expect(others.map(([name]) => name).sort()).toEqual(CASES)
})
