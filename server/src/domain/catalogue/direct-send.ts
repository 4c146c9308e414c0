import type { Refusal } from '../refusals.ts'

/*
 * Direct Send.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/api-reference
 */

/** Told by webhook: somebody made a template of the name that the message gives its own. */
export const DirectTemplateTaken: Refusal = {
  name: 'DirectTemplateTaken',
  code: 132021,
  http: 400,
  message: 'A template with the same name already exists. Choose a different template name',
  details: 'A template with the same name already exists. Choose a different template name',
  unlinked: true,
}

/** Told by webhook. */
export const TemplatePausedForQuality: Refusal = {
  name: 'TemplatePausedForQuality',
  code: 132015,
  http: 400,
  message: 'Template is temporarily unavailable to use because it was paused due to low quality.',
}

export const DirectSendBlocked: Refusal = {
  name: 'DirectSendBlocked',
  code: 139200,
  http: 400,
  message: 'Direct Send Utility access is blocked',
  details:
    'Direct Send Access is restricted: Direct send messaging capability is not available for this WABA right now ' +
    'due to misclassification based enforcements.',
}

/** The categories of templates or of direct sends were wrong too often. */
export const TemplateLimitReached: Refusal = {
  name: 'TemplateLimitReached',
  code: 131064,
  http: 400,
  message: 'Messaging limit reached due to template classification violations',
}

const managed = (name: string, subcode: number, userTitle: string): Refusal => ({
  name,
  code: 100,
  subcode,
  http: 400,
  bare: true,
  message: 'Invalid parameter',
  userTitle,
})

export const DirectTemplateNotEditable = managed(
  'DirectTemplateNotEditable',
  2388318,
  'Direct Send template cannot be edited',
)
export const DirectTemplateNotDeletable = managed(
  'DirectTemplateNotDeletable',
  2388330,
  'Direct Send template cannot be deleted',
)
