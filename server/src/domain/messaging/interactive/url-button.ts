import { NotAUri } from '../../catalogue.ts'
import type { Refusal } from '../../refusals.ts'
import { ofInteractive } from '../check.ts'
import type { UrlAction } from '../content/interactive.ts'
import { filled, withinLengths } from '../text-length.ts'
import { isWebAddress } from './choices.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
const DISPLAY_TEXT_MAX = 20

/** A button that opens a page; carousels have them in each card. */
export function urlButton(at: string, parameters: UrlAction['parameters']): Refusal | undefined {
  return (
    filled(`${at}['display_text']`, parameters.display_text) ??
    filled(`${at}['url']`, parameters.url) ??
    withinLengths('Display text', parameters.display_text, 1, DISPLAY_TEXT_MAX) ??
    (isWebAddress(parameters.url) ? undefined : NotAUri(`${at}['url']`))
  )
}

export const urlAction = ofInteractive('cta_url', ({ action }) =>
  urlButton("interactive['action']['parameters']", action.parameters),
)

export const urlChecks = [urlAction]
