import { judgedCategory } from './category.ts'
import { type Json, textIn, upperIn } from './json.ts'
import type { RejectedReason, Template } from './model.ts'
import type { RejectionInfo } from './review.ts'
import { buttonsOf, textsOf } from './texts-of.ts'

/** One cause of rejection. The others are the templates that the account has besides. */
type Objection = (
  template: Template,
  others: readonly Template[],
) => { reason: RejectedReason; rejection_info?: RejectionInfo } | undefined

/*
 * Causes that are documented, as far as a machine can tell them. Where the page speaks of meaning (threats, requests
 * for secrets), plain English phrases stand for it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-review
 */

const format = (reason: string, recommendation: string) =>
  ({ reason: 'INVALID_FORMAT', rejection_info: { reason, recommendation } }) as const

/** Two variables with nothing between them; the texts are those of the status webhook. */
const adjacentVariables: Objection = ({ components }) =>
  textsOf(components).some(text => /\}\}\s*\{\{/.test(text))
    ? format(
        'Your template has parameters placed next to each other (like {{1}}{{2}}) ' +
          'without text or punctuation between them.',
        'Separate parameters with descriptive text and ensure each parameter is clearly contextualized.',
      )
    : undefined

/** Links that hide where they lead. NOTE: reported by users of the platform only. */
const HIDDEN_LINK = /^https?:\/\/(www\.)?(wa\.me|chat\.whatsapp\.com|bit\.ly|tinyurl\.com|t\.co|goo\.gl)\//i

const hiddenLinks: Objection = ({ components }) =>
  buttonsOf(components).some(button => HIDDEN_LINK.test(textIn(button.url) ?? ''))
    ? format(
        'Your template has a button with a shortened link or a link to WhatsApp.',
        'Use the full address of a page of your own.',
      )
    : undefined

const textOf = (components: readonly Json[], type: string): string =>
  textIn(components.find(component => upperIn(component.type) === type)?.text) ?? ''

const wording = ({ components }: Template): string =>
  JSON.stringify([textOf(components, 'BODY'), textOf(components, 'FOOTER')])

/**
 * Translations of one template may say the same, and texts of authentication templates are all alike. Those of Direct
 * Send are nobody's to compare with: their account does not see them.
 */
const duplicate: Objection = (template, others) => {
  if (template.category === 'AUTHENTICATION') return undefined
  const same = others.find(
    other =>
      other.name !== template.name &&
      !other.auto_generated &&
      other.category !== 'AUTHENTICATION' &&
      ['APPROVED', 'PAUSED', 'PENDING'].includes(other.status) &&
      other.created_at <= template.created_at &&
      wording(other) === wording(template),
  )
  return same
    ? format(
        `Your template has the same body and footer as the template ${same.name}.`,
        'Use the existing template, or change the wording.',
      )
    : undefined
}

const ASKS_FOR_SECRETS =
  /\b(send|reply|share|enter|provide|confirm|give)\b[^.!?]*\b(card number|cvv|cvc|account number|social security|national id(entification)?|passport number|password)\b/i

const asksForSecrets: Objection = ({ components }) =>
  textsOf(components).some(text => ASKS_FOR_SECRETS.test(text)) ? { reason: 'SCAM' } : undefined

const THREAT = /\blegal action\b|\b(publicly|public) (shame|expose)|\byou will be (arrested|sued)\b/i

const threatens: Objection = ({ components }) =>
  textsOf(components).some(text => THREAT.test(text)) ? { reason: 'ABUSIVE_CONTENT' } : undefined

/** Languages that are written in Latin letters are not written in others. */
const OTHER_LETTERS =
  /^(am|ar|be|bg|bn|el|fa|gu|he|hi|ja|ka|kk|kn|ko|ky|lo|mk|ml|mr|pa|prs|ps|ru|si|sr|ta|te|th|uk|ur|zh)(_|$)/

const otherLanguage: Objection = ({ language, components, category }) => {
  if (category === 'AUTHENTICATION' || OTHER_LETTERS.test(language)) return undefined
  const letters =
    textsOf(components)
      .join(' ')
      .replaceAll(/\{\{\w+\}\}/g, '')
      .match(/\p{L}/gu) ?? []
  const foreign = letters.filter(letter => !/\p{Script=Latin}/u.test(letter))
  return foreign.length > letters.length / 2 ? { reason: 'TAG_CONTENT_MISMATCH' } : undefined
}

/** One-time codes have a category with texts of its own, so no other category can be given to the template. */
const authenticationElsewhere: Objection = ({ category, components }) =>
  category !== 'AUTHENTICATION' && judgedCategory(category, components) === 'AUTHENTICATION'
    ? { reason: 'INCORRECT_CATEGORY' }
    : undefined

export const objections: readonly Objection[] = [
  adjacentVariables,
  hiddenLinks,
  duplicate,
  threatens,
  asksForSecrets,
  otherLanguage,
  authenticationElsewhere,
]
