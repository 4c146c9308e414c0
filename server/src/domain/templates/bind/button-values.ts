import { RequiredMissing, TemplateInvalid, TemplateTextTooLong, ValueNotValid } from '../../catalogue.ts'
import { longerThan } from '../../messaging/text-length.ts'
import { Refused } from '../../refusals.ts'
import { type Json, textIn, upperIn, wholeIn } from '../json.ts'
import { CALL_PAYLOAD_MAX, CALL_TTL_MAX, CALL_TTL_MIN, PAYLOAD_MAX, URL_MAX } from '../limits.ts'
import { isOtpUrl } from '../otp-url.ts'
import type { RenderedButton } from '../rendered.ts'
import { hydrate, variablesIn } from '../variables.ts'
import type { Binding } from './button-kinds.ts'
import { receivedType } from './parts.ts'
import { plainText } from './texts.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
export const isDynamic = (button: Json): boolean =>
  upperIn(button.type) === 'OTP' || variablesIn(textIn(button.url) ?? '').length > 0

/** The value replaces the variable as it is: its sender has encoded it. A one-time password is copied by a tap. */
export function url({ button, index, parameters, label, context }: Binding): Partial<RenderedButton> {
  const target = textIn(button.url) ?? ''
  if (!isDynamic(button)) return { url: target }
  const value = textOf(only(parameters, 'TEXT', index, label))
  if (!value) throw required(index, label)
  if (context.valueMax !== undefined && longerThan(value, context.valueMax)) throw tooLong(index, context.valueMax)
  const hydrated = hydrate(target, new Map(variablesIn(target).map(name => [name, value])))
  if (longerThan(hydrated, URL_MAX)) {
    throw new Refused(TemplateTextTooLong(`buttons: the URL at index ${index} is longer than ${URL_MAX} characters`))
  }
  return { url: hydrated, ...(upperIn(button.type) === 'OTP' || isOtpUrl(target) ? { code: value } : {}) }
}

/** Without a payload of its own a tap sends the label back. */
export function quickReply({ button, index, parameters, label }: Binding): Partial<RenderedButton> {
  if (parameters.length === 0) return { payload: textIn(button.text) ?? '' }
  const parameter = only(parameters, 'PAYLOAD', index, label)
  const payload = textIn(parameter.payload) ?? textIn(parameter.text)
  if (!payload) throw required(index, label)
  if (longerThan(payload, PAYLOAD_MAX)) throw tooLong(index, PAYLOAD_MAX)
  return { payload }
}

export function coupon({ index, parameters, label, context }: Binding): Partial<RenderedButton> {
  const code = textIn(only(parameters, 'COUPON_CODE', index, label).coupon_code)
  if (!code) throw required(index, label)
  if (longerThan(code, context.codeMax)) throw tooLong(index, context.codeMax)
  return { code }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
export function voiceCall({ parameters, index, label }: Binding): Partial<RenderedButton> {
  const rendered: Partial<RenderedButton> = {}
  for (const parameter of parameters) {
    const type = receivedType(parameter)
    if (type === 'TTL_MINUTES') rendered.ttl_minutes = callMinutes(parameter.ttl_minutes)
    else if (type === 'PAYLOAD') rendered.payload = callPayload(parameter.payload, index)
    else throw wrongType(index, label, 'TTL_MINUTES')
  }
  return rendered
}

function callMinutes(value: unknown): number {
  const minutes = wholeIn(value)
  if (minutes === undefined || minutes < CALL_TTL_MIN || minutes > CALL_TTL_MAX) {
    throw new Refused(ValueNotValid(`ttl_minutes must be between ${CALL_TTL_MIN} and ${CALL_TTL_MAX}`))
  }
  return minutes
}

function callPayload(value: unknown, index: number): string {
  const payload = textIn(value) ?? ''
  if (longerThan(payload, CALL_PAYLOAD_MAX)) throw tooLong(index, CALL_PAYLOAD_MAX)
  return payload
}

/** The one parameter of a button, of the type it must have. */
export function only(parameters: readonly Json[], type: string, index: number, label: string): Json {
  const [parameter, ...more] = parameters
  if (!parameter) throw required(index, label)
  if (receivedType(parameter) !== type && !(type === 'PAYLOAD' && receivedType(parameter) === 'TEXT')) {
    throw wrongType(index, label, type)
  }
  if (more.length > 0) {
    throw new Refused(TemplateInvalid(`buttons: Button at index ${index} of type ${label} takes one parameter`))
  }
  return parameter
}

const textOf = (parameter: Json): string => (parameter.text ? plainText(parameter) : '')

export const required = (index: number, label: string): Refused =>
  new Refused(RequiredMissing(`buttons: Button at index ${index} of type ${label} requires a parameter`))

const wrongType = (index: number, label: string, type: string): Refused =>
  new Refused(
    TemplateInvalid(
      `buttons: Button at index ${index} of type ${label} requires a parameter of type ${type.toLowerCase()}`,
    ),
  )

const tooLong = (index: number, max: number): Refused =>
  new Refused(TemplateInvalid(`buttons: Parameter at index ${index} exceeds the parameter length limit ${max}`))
