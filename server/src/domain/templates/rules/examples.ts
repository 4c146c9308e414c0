import type { Refusal } from '../../refusals.ts'
import { type Json, listIn, objectIn, objectsIn, textIn } from '../json.ts'
import type { Template } from '../model.ts'
import { HandleNotUsable, MissingFields } from '../refusals.ts'
import { bodySamples, samples } from '../samples.ts'
import { variablesIn } from '../variables.ts'

/*
 * Review needs a sample for every variable and every file.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */

type Format = Template['parameter_format']

export function bodyExample(body: Json, format: Format): Refusal | undefined {
  const names = variablesIn(textIn(body.text) ?? '')
  const example = objectIn(body.example)
  const complete =
    format === 'NAMED'
      ? allNamed(names, example.body_text_named_params)
      : allFilled(bodySamples(example.body_text), names.length)
  return complete ? undefined : MissingFields('BODY', 'example')
}

export function headerExample(header: Json, format: Format): Refusal | undefined {
  const names = variablesIn(textIn(header.text) ?? '')
  const example = objectIn(header.example)
  const complete =
    format === 'NAMED'
      ? allNamed(names, example.header_text_named_params)
      : allFilled(samples(example.header_text), names.length)
  return complete ? undefined : MissingFields('HEADER', 'example')
}

/** Handles come from the Resumable Upload API; addresses and ids of media are not taken. */
export function mediaExample(header: Json): Refusal | undefined {
  const [handle] = samples(objectIn(header.example).header_handle)
  if (!textIn(handle)) return MissingFields('HEADER', 'example')
  return /^(https?:|\d+$)/i.test(textIn(handle)!) ? HandleNotUsable : undefined
}

/** Whether there is one sample at all. */
export const filled = (value: unknown): boolean => allFilled(samples(value), 1)

const allFilled = (list: readonly unknown[], count: number): boolean =>
  list.length >= count && list.slice(0, count).every(one => Boolean(textIn(one)))

const allNamed = (names: readonly string[], list: unknown): boolean =>
  names.every(name => objectsIn(listIn(list)).some(one => one.param_name === name && Boolean(textIn(one.example))))
