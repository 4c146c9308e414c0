import { InvalidParameter, TemplateInvalid } from '../../catalogue.ts'
import { Refused } from '../../refusals.ts'
import { type Json, textIn, upperIn, wholeIn } from '../json.ts'
import type { RenderedButton } from '../rendered.ts'
import { type ButtonContext, KINDS, kindOf } from './button-kinds.ts'
import { parametersOf } from './parts.ts'

/**
 * Buttons keep the order of the template; `index` only says which of them a value is for.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export function bindButtons(
  buttons: readonly Json[],
  parts: readonly Json[],
  context: ButtonContext,
): RenderedButton[] {
  const given = partsByIndex(buttons, parts)
  return buttons.map((button, index) => bindButton(button, index, given.get(index), context))
}

/** As observed; the code beside it has varied over versions. */
const NO_BUTTONS = 'buttons: Template does not contain button components, no parameters allowed'

/** The parts by the button they are for; each must be of the type of its button. */
function partsByIndex(buttons: readonly Json[], parts: readonly Json[]): Map<number, Json> {
  const given = new Map<number, Json>()
  if (buttons.length === 0 && parts.length > 0) throw new Refused(TemplateInvalid(NO_BUTTONS))
  for (const part of parts) {
    const index = wholeIn(part.index)
    if (index === undefined) throw new Refused(InvalidParameter('buttons: index must be the position of a button'))
    const button = buttons[index]
    if (!button) throw new Refused(TemplateInvalid(`buttons: Button at index ${index} does not exist in the template`))
    if (given.has(index))
      throw new Refused(TemplateInvalid(`buttons: Button at index ${index} is given more than once`))
    const kind = kindOf(button)
    if (kind.subType !== upperIn(part.sub_type)) {
      throw new Refused(TemplateInvalid(`buttons: Button at index ${index} must be of type ${kind.label}`))
    }
    given.set(index, part)
  }
  return given
}

function bindButton(button: Json, index: number, part: Json | undefined, context: ButtonContext): RenderedButton {
  const kind = kindOf(button)
  const type = upperIn(button.type)
  const phone = textIn(button.phone_number)
  const base: RenderedButton = {
    index,
    type: type === 'OTP' ? 'URL' : type,
    text: textIn(button.text) ?? kind.defaultText ?? '',
    ...(phone ? { phone_number: phone } : {}),
  }
  if (kind === KINDS.URL && !kind.takes(button) && part) throw takesNothing(index, kind.label)
  return { ...base, ...kind.bind({ button, index, parameters: parametersOf(part), label: kind.label, context }) }
}

const takesNothing = (index: number, label: string): Refused =>
  new Refused(TemplateInvalid(`buttons: Button at index ${index} of type ${label} does not require parameters`))
