import type { Check } from '../messaging/check.ts'
import type { TemplateDraft } from './draft.ts'
import { type CreateFacts, creationRate, notADuplicate, sameCategory, templateLimit } from './rules/account.ts'
import { expiryInRange, noOwnTexts, oneOtpButton, otpButton } from './rules/authentication.ts'
import {
  buttonCount,
  buttonsAlone,
  buttonsOfAType,
  eachButton,
  productHeader,
  quickRepliesTogether,
} from './rules/buttons.ts'
import { cardContents, cardCount, cardsAlike, carouselNeighbours } from './rules/carousel.ts'
import { componentsGiven, languageSupported, nameCharacters, nameGiven, nameLength } from './rules/identity.ts'
import { lifetimeInRange } from './rules/lifetime.ts'
import {
  bodyGiven,
  buttonsAllowed,
  callPermissionAlone,
  componentsAllowed,
  componentsOnce,
  formatAllowed,
  orderDetailsDeclared,
  orderStatusShape,
} from './rules/matrix.ts'
import { offerButtons, offerNeighbours, offerText } from './rules/offer.ts'
import type { Rule } from './rules/rule.ts'
import { bodyRules, footerRules, headerRules } from './rules/texts.ts'

/** What stands in the template: the same for a new one and for an edit. */
export const contentChecks: readonly Rule[] = [
  componentsOnce,
  bodyGiven,
  componentsAllowed,
  formatAllowed,
  buttonsAllowed,
  orderDetailsDeclared,
  callPermissionAlone,
  orderStatusShape,
  noOwnTexts,
  expiryInRange,
  oneOtpButton,
  otpButton,
  headerRules,
  bodyRules,
  footerRules,
  buttonCount,
  buttonsOfAType,
  buttonsAlone,
  quickRepliesTogether,
  productHeader,
  eachButton,
  offerText,
  offerNeighbours,
  offerButtons,
  carouselNeighbours,
  cardCount,
  cardContents,
  cardsAlike,
  lifetimeInRange,
]

/**
 * What can be said against a new template, in the order of precedence: who it is, what the account has, what stands
 * in it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
export const createChecks: readonly Check<TemplateDraft, CreateFacts>[] = [
  nameGiven,
  nameCharacters,
  nameLength,
  languageSupported,
  componentsGiven,
  creationRate,
  templateLimit,
  notADuplicate,
  sameCategory,
  ...contentChecks,
]
