import * as catalogue from '../catalogue.ts'
import { type DocumentedError, error, managed } from './documented-error.ts'

/** Numbers, accounts, and codes of earlier years. */
export const registrationErrors: readonly DocumentedError[] = [
  // registration
  { listed: '131045', told: 'both', refusal: error(131045, 500, 'Incorrect certificate') },
  { listed: '133000', told: 'answer', refusal: error(133000, 500, 'Incomplete Deregistration') },
  { listed: '133004', told: 'answer', refusal: error(133004, 503, 'Server Temporarily Unavailable') },
  { listed: '133005', told: 'answer', refusal: catalogue.PinMismatch },
  { listed: '133006', told: 'answer', refusal: catalogue.NumberNotVerified },
  { listed: '133008', told: 'answer', refusal: catalogue.TooManyPinGuesses(0) },
  { listed: '133009', told: 'answer', refusal: catalogue.PinGuessedTooFast(0) },
  { listed: '133010', told: 'both', refusal: catalogue.AccountNotRegistered },
  { listed: '133015', told: 'answer', refusal: catalogue.NumberJustDeleted },
  { listed: '136024', told: 'answer', refusal: catalogue.CodeNotNeeded },
  { listed: '136025', told: 'answer', refusal: catalogue.WrongCode('') },
  { listed: '2388001', told: 'answer', refusal: managed(2388001, 'Cannot Create Certificate') },
  { listed: '2388004', told: 'answer', refusal: managed(2388004, "Couldn't send code") },
  // phone-migration
  {
    listed: '2388012',
    told: 'answer',
    refusal: managed(2388012, 'This phone number already exists in your list of phone numbers.'),
  },
  {
    listed: '2388091',
    told: 'answer',
    refusal: managed(
      2388091,
      "This phone number isn't eligible to receive/verify a registration code since it is not being migrated.",
    ),
  },
  {
    listed: '2388093',
    told: 'answer',
    refusal: managed(
      2388093,
      "This phone number isn't eligible to receive/verify a registration code since it is not being migrated.",
    ),
  },
  { listed: '2388103', told: 'answer', refusal: managed(2388103, 'Cannot migrate phone number') },
  { listed: '2494100', told: 'answer', refusal: error(2494100, 400, 'Account is in maintenance mode') },
  // coexistence
  { listed: '2593107', told: 'answer', refusal: error(2593107, 400, 'Synchronization Request limit exceeded') },
  {
    listed: '2593108',
    told: 'answer',
    refusal: error(2593108, 400, 'Synchronization Request made outside of allowed time window'),
  },
  {
    listed: '2593109',
    told: 'webhook',
    refusal: error(2593109, 400, 'History sync is turned off by the business from the WhatsApp Business App'),
    absent: 'it is told in the place of a history, and never as an error',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history',
  },
  // waba
  { listed: '2593079', told: 'answer', refusal: error(2593079, 400, 'Template insights unavailable') },
  {
    listed: '2593085',
    told: 'answer',
    refusal: error(2593085, 400, 'Invalid WhatsApp Business Account for OBO Mobility'),
  },
  // legacy
  { listed: '131001', told: 'answer', refusal: error(131001, 400, 'Message too long') },
  { listed: '131002', told: 'answer', refusal: error(131002, 400, 'Invalid recipient type') },
  { listed: '131006', told: 'answer', refusal: error(131006, 404, 'Resource not found') },
  {
    listed: '131027',
    told: 'webhook',
    refusal: error(131027, 500, 'Something went wrong'),
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/changelog',
  },
  { listed: '131043', told: 'webhook', refusal: error(131043, 400, 'Message expired') },
  { listed: '131054', told: 'answer', refusal: error(131054, 400, 'Media file not found') },
  {
    listed: '133001',
    told: 'answer',
    refusal: error(133001, 400, 'Decryption Error'),
    absent: 'it belongs to the On-Premises API, which has ended',
  },
  {
    listed: '133002',
    told: 'answer',
    refusal: error(133002, 400, 'Backup Blob Decryption Error'),
    absent: 'it belongs to the On-Premises API, which has ended',
  },
  {
    listed: '133003',
    told: 'answer',
    refusal: error(133003, 400, 'Recovery Token Decryption Error'),
    absent: 'it belongs to the On-Premises API, which has ended',
  },
  {
    listed: '133007',
    told: 'answer',
    refusal: error(133007, 400, 'Account Blocked'),
    absent: 'it belongs to the On-Premises API, which has ended',
  },
]
