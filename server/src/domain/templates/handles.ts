import { type Json, listIn, objectIn, objectsIn, textIn, upperIn } from './json.ts'
import { samples } from './samples.ts'

/**
 * What a handle may stand for as the sample of a header.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
const TYPES: { [format: string]: readonly string[] } = {
  DOCUMENT: ['application/pdf'],
  GIF: ['video/mp4'],
  IMAGE: ['image/jpeg', 'image/png'],
  VIDEO: ['video/mp4'],
}

export interface SampleHandle {
  handle: string
  types: readonly string[]
}

/** Every handle that a template has as the sample of a header, those of its cards included. */
export function sampleHandles(components: readonly Json[] | undefined): SampleHandle[] {
  return listIn(components).map(objectIn).flatMap(inComponent)
}

function inComponent(component: Json): SampleHandle[] {
  const inCards = objectsIn(component.cards).flatMap(card => sampleHandles(objectsIn(card.components)))
  const types = TYPES[upperIn(component.format)]
  if (upperIn(component.type) !== 'HEADER' || !types) return inCards
  return samples(objectIn(component.example).header_handle).flatMap(handle => {
    const text = textIn(handle)
    return text ? [{ handle: text, types }] : []
  })
}
