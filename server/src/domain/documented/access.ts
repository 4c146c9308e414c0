import * as catalogue from '../catalogue.ts'
import { type DocumentedError, error } from './documented-error.ts'

/** The instants of a captured answer. */
const SAMPLE_EXPIRY = Date.UTC(2024, 3, 26, 13)
const SAMPLE_NOW = Date.UTC(2024, 3, 26, 15, 37, 3)

/** Tokens and permissions. */
export const accessErrors: readonly DocumentedError[] = [
  // authorization
  { listed: '0', told: 'answer', refusal: error(0, 401, 'AuthException') },
  {
    listed: '3',
    told: 'answer',
    refusal: error(3, 500, 'Application does not have the capability to make this API call.'),
  },
  { listed: '10', told: 'answer', refusal: catalogue.PermissionDenied },
  {
    listed: '102',
    told: 'answer',
    refusal: error(102, 401, 'API Session'),
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  { listed: '104', told: 'answer', refusal: catalogue.MissingToken },
  { listed: '190', told: 'answer', refusal: catalogue.InvalidToken },
  {
    listed: '190/458',
    told: 'answer',
    refusal: catalogue.AppNotAuthorized('670843887433847'),
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '190/459',
    told: 'answer',
    refusal: catalogue.CheckpointedUser,
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '190/460',
    told: 'answer',
    refusal: catalogue.RevokedToken,
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '190/463',
    told: 'answer',
    refusal: catalogue.ExpiredToken(SAMPLE_EXPIRY, SAMPLE_NOW),
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '190/464',
    told: 'answer',
    refusal: catalogue.UnconfirmedUser,
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '190/467',
    told: 'answer',
    refusal: catalogue.LoggedOutToken,
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  {
    listed: '190/492',
    told: 'answer',
    refusal: catalogue.NoRoleOnPage,
    source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  },
  { listed: '200', told: 'answer', refusal: catalogue.ProvideAppId },
  { listed: '200-299', told: 'answer', refusal: catalogue.PermissionRequired('business_management') },
  { listed: '131005', told: 'both', refusal: error(131005, 403, 'Access denied') },
]
