import { ParameterRequired, ValueNotValid } from '../../catalogue.ts'
import { ofType } from '../check.ts'
import { filled, withinLengths } from '../text-length.ts'
import { FOOTER_MAX, HEADER_TEXT_MAX, KINDS } from './kinds.ts'

const HEADER = "interactive['header']"
const BODY = "interactive['body']['text']"
const FOOTER = "interactive['footer']"

/** Some kinds have no header, some have to have one, and some take text only. */
export const headerAllowed = ofType('interactive', ({ type, header }) => {
  const kind = KINDS[type]
  if (!header) return kind.headerRequired ? ParameterRequired(HEADER) : undefined
  if (kind.headers.length === 0) {
    return ValueNotValid(`The parameter ${HEADER} is not allows for ${kind.plural} messages.`)
  }
  if (kind.headers.includes(header.type)) return undefined
  const supported = kind.headers.join(', ')
  return ValueNotValid(
    `Header type, ${header.type}, is not supported for ${kind.plural} messages. Supported types [${supported}]`,
  )
})

/** A header holds the member that its type names. */
export const headerFilled = ofType('interactive', ({ header }) => {
  if (!header) return undefined
  if (header.type !== 'text') return header[header.type] ? undefined : ParameterRequired(`${HEADER}['${header.type}']`)
  return (
    filled(`${HEADER}['text']`, header.text) ??
    withinLengths('Header text', header.text!, 1, HEADER_TEXT_MAX) ??
    withinLengths('Header sub text', header.sub_text ?? '', 0, HEADER_TEXT_MAX)
  )
})

export const bodyLength = ofType('interactive', ({ type, body }) => {
  const { bodyRequired, bodyMax } = KINDS[type]
  if (!body) return bodyRequired ? ParameterRequired(BODY) : undefined
  return filled(BODY, body.text) ?? withinLengths('Body text', body.text, 1, bodyMax)
})

export const footerLength = ofType('interactive', ({ type, footer }) => {
  if (!footer) return undefined
  if (!KINDS[type].footer)
    return ValueNotValid(`The parameter ${FOOTER} is not allows for ${KINDS[type].plural} messages.`)
  return withinLengths('Footer text', footer.text, 0, FOOTER_MAX)
})

export const frameChecks = [headerAllowed, headerFilled, bodyLength, footerLength]
