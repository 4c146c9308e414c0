import type { Json } from './json.ts'
import type { TemplateCategory } from './model.ts'
import { textsOf } from './texts-of.ts'

/**
 * Words of which the guidelines say that they make a template marketing. The platform judges by models of its own;
 * this list is ours, in English, and knows no context.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-categorization
 */
const PROMOTIONAL =
  /\d+ ?% (off|discount)|\bdiscounts?\b|\bcoupons?\b|\bpromo(tion|tional|tions)?\b|\bspecial offer|\blimited[- ]time offer|\b(flash|summer|winter|spring|fall|clearance) sale\b|\bsale (is|ends|starts)\b|\bfree shipping\b|\bbuy one\b|\bblack friday\b|^congratulations\b/i

/** A code that somebody signs in with belongs into a template of category AUTHENTICATION. */
const ONE_TIME_CODE =
  /\b(verification|security|authentication|log-?in|one[- ]time) (code|passcode|password|pin)\b|\bOTP\b/i

/** What a template is taken for by what it says; for one that says nothing special, what its author calls it. */
export function judgedCategory(category: TemplateCategory, components: readonly Json[]): TemplateCategory {
  if (category === 'AUTHENTICATION') return category
  const texts = textsOf(components)
  if (texts.some(text => ONE_TIME_CODE.test(text) && text.includes('{{'))) return 'AUTHENTICATION'
  return category === 'UTILITY' && texts.some(text => PROMOTIONAL.test(text)) ? 'MARKETING' : category
}
