import { InvalidParameter, ParameterRequired } from '../../catalogue.ts'
import type { Refusal } from '../../refusals.ts'
import { firstOf, ofType } from '../check.ts'
import type { TemplateParameter, TemplatePart } from '../content/template.ts'
import { atMost, filled } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview */
const TEMPLATE_NAME_MAX = 512

/** What holds for any template; whether the parameters fit the one that is named is decided elsewhere. */
export const templateNamed = ofType(
  'template',
  ({ name, language }) =>
    filled("template['name']", name) ??
    atMost("template['name']", name, TEMPLATE_NAME_MAX) ??
    filled("template['language']['code']", language.code),
)

export const templateParts = ofType('template', ({ components }) => parts("template['components']", components))

function parts(at: string, components: TemplatePart[] | undefined): Refusal | undefined {
  return firstOf(components, (component, index) => {
    const path = `${at}[${index}]`
    return (
      (component.type === 'button' ? button(path, component) : undefined) ??
      firstOf(component.parameters, parameterFilled) ??
      firstOf(component.cards, (card, i) => parts(`${path}['cards'][${i}]['components']`, card.components))
    )
  })
}

function button(at: string, { sub_type, index }: TemplatePart): Refusal | undefined {
  if (sub_type === undefined) return ParameterRequired(`${at}['sub_type']`)
  return index === undefined ? ParameterRequired(`${at}['index']`) : undefined
}

/** A parameter carries the member that its type names; an empty text is none. */
function parameterFilled(parameter: TemplateParameter): Refusal | undefined {
  const value = parameter[parameter.type as keyof TemplateParameter]
  if (value !== undefined && value !== null && value !== '') return undefined
  return InvalidParameter(`Parameter '${parameter.type}' is mandatory for component parameter type '${parameter.type}'`)
}
