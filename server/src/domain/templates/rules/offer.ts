import { longerThan } from '../../messaging/text-length.ts'
import { objectIn, textIn, upperIn } from '../json.ts'
import { OFFER_TEXT_MAX } from '../limits.ts'
import { CharacterLimitExceeded, ComponentsInvalid, MissingFields } from '../refusals.ts'
import { buttonsOf, componentOf, ofComponent, type Rule } from './rule.ts'

/*
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/limited-time-offer-templates
 */
const OFFER = 'LIMITED_TIME_OFFER'

export const offerText: Rule = ofComponent(OFFER, ({ limited_time_offer }) => {
  const text = textIn(objectIn(limited_time_offer).text)
  if (!text) return MissingFields(OFFER, 'limited_time_offer')
  return longerThan(text, OFFER_TEXT_MAX) ? CharacterLimitExceeded(OFFER, OFFER_TEXT_MAX) : undefined
})

export const offerNeighbours: Rule = ofComponent(OFFER, (_, draft) => {
  const other = ['FOOTER', 'CAROUSEL'].find(type => componentOf(draft, type))
  if (other) return ComponentsInvalid(`A limited-time offer can't stand beside a component of type ${other}.`)
  const header = componentOf(draft, 'HEADER')
  return header && !['IMAGE', 'VIDEO'].includes(upperIn(header.format))
    ? ComponentsInvalid('The header of a limited-time offer must be of format IMAGE or VIDEO.')
    : undefined
})

/** The code is copied by the first button, the shop opened by the next. */
export const offerButtons: Rule = ofComponent(OFFER, (_, draft) => {
  const types = buttonsOf(draft).map(button => upperIn(button.type))
  const rest = types[0] === 'COPY_CODE' ? types.slice(1) : types
  return rest.every(type => type === 'URL')
    ? undefined
    : ComponentsInvalid('The buttons of a limited-time offer are a COPY_CODE, which comes first, and a URL.')
})
