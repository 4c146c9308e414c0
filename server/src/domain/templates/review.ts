import type { RejectedReason, Template, TemplateCategory } from '../model.ts'
import { type Json, objectsIn, textIn, upperIn } from './json.ts'

/** What review says of a template. `category` is set when the template is approved under another one. */
export type Verdict =
  | { status: 'APPROVED'; category?: TemplateCategory }
  | { status: 'REJECTED'; reason: RejectedReason; rejection_info?: { reason: string; recommendation: string } }

/** One cause of rejection. */
type Objection = (template: Template) => Verdict | undefined

/**
 * Review without people: the same template always gets the same verdict. Approves unless a documented cause speaks
 * against it; causes that take judgement (abuse, scams, advertising) are left to whoever runs the server.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-review
 */
export function reviewTemplate(template: Template): Verdict {
  for (const objection of OBJECTIONS) {
    const verdict = objection(template)
    if (verdict) return verdict
  }
  return { status: 'APPROVED' }
}

/** Two variables with nothing between them; the texts are those of the status webhook. */
const adjacentVariables: Objection = ({ components }) =>
  textsOf(components).some(text => /\}\}\s*\{\{/.test(text))
    ? {
        status: 'REJECTED',
        reason: 'INVALID_FORMAT',
        rejection_info: {
          reason:
            'Your template has parameters placed next to each other (like {{1}}{{2}}) ' +
            'without text or punctuation between them.',
          recommendation:
            'Separate parameters with descriptive text and ensure each parameter is clearly contextualized.',
        },
      }
    : undefined

const OBJECTIONS: readonly Objection[] = [adjacentVariables]

/** Texts of headers and bodies, those of cards included. */
function textsOf(components: readonly Json[]): string[] {
  return components.flatMap(component => {
    if (upperIn(component.type) === 'CAROUSEL') {
      return objectsIn(component.cards).flatMap(card => textsOf(objectsIn(card.components)))
    }
    return textIn(component.text) ?? []
  })
}
