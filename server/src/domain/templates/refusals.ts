import type { Refusal } from '../refusals.ts'

/*
 * Faults of creating and editing templates. All are `(#100) Invalid parameter` with a subcode and texts for people.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const refusal = (name: string, subcode: number | undefined, userTitle: string, userMessage: string): Refusal => ({
  name,
  code: 100,
  ...(subcode === undefined ? {} : { subcode }),
  http: 400,
  bare: true,
  message: 'Invalid parameter',
  userTitle,
  userMessage,
})

export const TemplateLimitExceeded: Refusal = refusal(
  'TemplateLimitExceeded',
  2388019,
  'Message Template Limit Exceeded',
  'This WhatsApp Business account has reached its maximum number of message templates.',
)

export const LanguageBeingDeleted = (language: string): Refusal =>
  refusal(
    'LanguageBeingDeleted',
    2388023,
    'Message template language is being deleted',
    `New ${language} content can't be added while the existing ${language} content is being deleted. ` +
      'Try again in 4 weeks or consider creating a new message template.',
  )

export const LanguageExists = (language: string): Refusal =>
  refusal(
    'LanguageExists',
    2388024,
    'Content in This Language Already Exists',
    `There is already ${language} content for this template. You can create a new template and try again.`,
  )

/** While in review, and beyond the limits of edits. */
export const StatusCannotChange: Refusal = refusal(
  'StatusCannotChange',
  2388039,
  "Message template status can't be changed",
  "The status for this message template can't be changed. You can only delete or add templates.",
)

/** NOTE: the subcode is known from clients' tests only, and the words are ours. */
export const SampleNotDeletable: Refusal = refusal(
  'SampleNotDeletable',
  2388094,
  "Sample message template can't be deleted",
  "This is a sample message template. Sample message templates can't be deleted.",
)

export const CharacterLimitExceeded = (field: string, max: number): Refusal =>
  refusal(
    'CharacterLimitExceeded',
    2388040,
    'Character limit exceeded',
    `The field ${field} exceeds the limit of ${max} characters.`,
  )

export const UnexpectedFields = (component: string, ...fields: string[]): Refusal =>
  refusal(
    'UnexpectedFields',
    2388042,
    'Message template "components" param contains unexpected field(s)',
    `component of type ${component} has unexpected field(s) (${fields.join(', ')})`,
  )

export const MissingFields = (component: string, ...fields: string[]): Refusal =>
  refusal(
    'MissingFields',
    2388043,
    'Message template "components" param is missing expected field(s)',
    `component of type ${component} is missing expected field(s) (${fields.join(', ')})`,
  )

/** Documentation and observed answers swap the subcodes of header and body; the observed ones are kept. */
export const BodyFormat: Refusal = refusal(
  'BodyFormat',
  2388047,
  'Message body format is incorrect',
  "The message body can't have more than two consecutive newline characters, only have parameters, or have more than " +
    '10 emojis.',
)

export const HeaderFormat: Refusal = refusal(
  'HeaderFormat',
  2388072,
  'Message header format is incorrect',
  "The message header can't have any new lines, formatting characters, emojis or asterisks.",
)

export const FooterFormat: Refusal = refusal(
  'FooterFormat',
  2388073,
  'Message footer format is incorrect',
  "The message footer can't have variables, new lines or formatting characters.",
)

export const LanguageNotSupported: Refusal = refusal(
  'LanguageNotSupported',
  2388049,
  'Message template language is not supported',
  "Content can't be added for this language",
)

export const HandleNotUsable: Refusal = refusal(
  'HandleNotUsable',
  2388084,
  'File type not supported',
  'The sample of the header is not a file handle of a supported type.',
)

export const TooManyVariables: Refusal = refusal(
  'TooManyVariables',
  2388293,
  'Parameters words ratio exceeds limit',
  'This template has too many variables for its length. Reduce the number of variables or increase the message length.',
)

export const LeadingOrTrailing: Refusal = refusal(
  'LeadingOrTrailing',
  2388299,
  'Leading or trailing params not allowed',
  "Variables can't be at the start or end of the template.",
)

export const CategoryDiffers = (category: string, existing: string): Refusal =>
  refusal(
    'CategoryDiffers',
    undefined,
    'Message template category is incorrect',
    `The category ${category} doesn't match the one that's already associated with this template, ${existing}.`,
  )

export const CategoryFixed: Refusal = refusal(
  'CategoryFixed',
  undefined,
  "Message template category can't be changed",
  "The category of an approved message template can't be changed.",
)

/** A rule whose subcode the platform does not publish. */
export const ComponentsInvalid = (why: string): Refusal =>
  refusal('ComponentsInvalid', undefined, 'Message template is invalid', why)

/** Digits are taken as well, whatever the sentence says. */
export const NameInvalid: Refusal = {
  ...refusal(
    'NameInvalid',
    2388046,
    'Name Format is Incorrect',
    'The message template name can only have lowercase letters and underscores.',
  ),
  blame: ['name'],
}

/** Seconds. */
export const TtlOutOfRange = (category: string, min: number, max: number): Refusal =>
  refusal(
    'TtlOutOfRange',
    undefined,
    'Message template time-to-live is out of range',
    `message_send_ttl_seconds of a template of category ${category} must be between ${min} and ${max}.`,
  )

/** `path` as Graph prints it, e.g. `components[2]['buttons'][1]['phone_number']`. */
export const PhoneNumberInvalid = (path: string): Refusal => ({
  name: 'PhoneNumberInvalid',
  code: 192,
  http: 400,
  message: `Param ${path} is not a valid phone number.`,
})
