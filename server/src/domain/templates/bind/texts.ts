import {
  InvalidParameter,
  TemplateInvalid,
  TemplateParamCount,
  TemplateParamFormat,
  TemplateTextTooLong,
} from '../../catalogue.ts'
import { longerThan } from '../../messaging/text-length.ts'
import { Refused } from '../../refusals.ts'
import { type Json, textIn } from '../json.ts'
import { hydrate, variablesIn } from '../variables.ts'
import { memberOf, receivedType } from './parts.ts'

/** A text of the template, and what holds for its values. */
export interface Slot {
  /** `body` or `header`: how the platform's details begin. */
  place: string
  text: string
  named: boolean
  /** Characters of the text once filled. */
  max: number
  /** Characters of a single value; authentication templates only. */
  valueMax?: number | undefined
}

/** Carry a text: `currency` and `date_time` by their `fallback_value`. */
const TEXT_TYPES = ['TEXT', 'CURRENCY', 'DATE_TIME']

const countDiffers = (place: string, got: number, expected: number) =>
  TemplateParamCount(
    `${place}: number of localizable_params (${got}) does not match the expected number of params (${expected})`,
  )

/** As many values as variables. */
export function countMatches({ place, text }: Slot, parameters: readonly Json[]): void {
  const expected = variablesIn(text).length
  if (parameters.length !== expected) throw new Refused(countDiffers(place, parameters.length, expected))
}

/** The text with its values, or the first objection to them. */
export function fill(slot: Slot, parameters: readonly Json[]): string {
  const names = variablesIn(slot.text)
  const values = new Map<string, string>()
  parameters.forEach((parameter, index) => {
    const name = slot.named ? namedVariable(slot, parameter, names) : positionalVariable(slot, parameter, index)
    values.set(name, textValue(slot, parameter, index))
  })
  if (values.size !== names.length) throw new Refused(countDiffers(slot.place, values.size, names.length))
  return hydrate(slot.text, values)
}

/** Kept apart from `fill`, because lengths are judged after everything else. */
export function withinLength({ place, max }: Slot, hydrated: string): string {
  if (longerThan(hydrated, max)) {
    throw new Refused(TemplateTextTooLong(`${place}: the hydrated text is longer than ${max} characters`))
  }
  return hydrated
}

function namedVariable({ place }: Slot, parameter: Json, names: readonly string[]): string {
  const name = textIn(parameter.parameter_name)
  if (!name) throw new Refused(InvalidParameter('Parameter name is missing or empty'))
  if (!names.includes(name)) {
    throw new Refused(TemplateParamFormat(`${place}: the template has no parameter named ${name}`))
  }
  return name
}

function positionalVariable({ place }: Slot, parameter: Json, index: number): string {
  if (textIn(parameter.parameter_name)) {
    throw new Refused(TemplateParamFormat(`${place}: the template has positional parameters, not named ones`))
  }
  return String(index + 1)
}

function textValue({ place, valueMax }: Slot, parameter: Json, index: number): string {
  const type = receivedType(parameter)
  if (!TEXT_TYPES.includes(type)) {
    throw new Refused(TemplateParamFormat(`${place}: Format mismatch, expected TEXT, received ${type}`))
  }
  const value = plainText(parameter, type.toLowerCase())
  if (valueMax !== undefined && longerThan(value, valueMax)) {
    const position = index + 1
    throw new Refused(
      TemplateInvalid(`${place}: Parameter at index ${position} exceeds the parameter length limit ${valueMax}`),
    )
  }
  return value
}

/** The text of one parameter, present and free of what texts of templates may not hold. */
export function plainText(parameter: Json, type = 'text'): string {
  const value = textIn(type === 'text' ? parameter.text : memberOf(parameter, type).fallback_value)
  if (!value) {
    throw new Refused(InvalidParameter(`Parameter '${type}' is mandatory for component parameter type '${type}'`))
  }
  if (/[\n\r\t]| {5}/.test(value)) {
    throw new Refused(
      TemplateInvalid('Param text cannot have new-line/tab characters or more than 4 consecutive spaces'),
    )
  }
  return value
}
