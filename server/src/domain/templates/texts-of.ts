import { type Json, objectsIn, textIn, upperIn } from './json.ts'

/** Texts of headers, bodies and footers, those of cards included. */
export function textsOf(components: readonly Json[]): string[] {
  return components.flatMap(component => {
    if (upperIn(component.type) === 'CAROUSEL') {
      return objectsIn(component.cards).flatMap(card => textsOf(objectsIn(card.components)))
    }
    return textIn(component.text) ?? []
  })
}

/** Every button, those of cards included. */
export function buttonsOf(components: readonly Json[]): Json[] {
  return components.flatMap(component => {
    const cards = objectsIn(component.cards).flatMap(card => buttonsOf(objectsIn(card.components)))
    return [...objectsIn(component.buttons), ...cards]
  })
}
