import { InvalidParameter } from '../../catalogue.ts'
import { Refused } from '../../refusals.ts'
import { isObject, type Json, objectIn, objectsIn, upperIn } from '../json.ts'

/** What a message brings for each place of the template. */
export interface Parts {
  header?: Json
  body?: Json
  carousel?: Json
  limited_time_offer?: Json
  order_status?: Json
  tap_target_configuration?: Json
  buttons: Json[]
}

const SINGLE = ['header', 'body', 'carousel', 'limited_time_offer', 'order_status', 'tap_target_configuration'] as const
type Single = (typeof SINGLE)[number]

const isSingle = (type: string): type is Single => (SINGLE as readonly string[]).includes(type)

/** Sorts the components of a send by their place. Footers take no values and are let pass. */
export function partsOf(components: unknown): Parts {
  const parts: Parts = { buttons: [] }
  if (components === undefined || components === null) return parts
  if (!Array.isArray(components)) throw new Refused(InvalidParameter('components must be an array'))
  for (const component of components) place(parts, component)
  return parts
}

function place(parts: Parts, component: unknown): void {
  if (!isObject(component)) throw new Refused(InvalidParameter('components must hold objects'))
  const type = upperIn(component.type).toLowerCase()
  if (type === 'button') parts.buttons.push(component)
  else if (isSingle(type)) {
    if (parts[type]) throw new Refused(InvalidParameter(`components hold more than one of type ${type}`))
    parts[type] = component
  } else if (type !== 'footer') throw new Refused(InvalidParameter(`component type ${type} is not known`))
}

export const parametersOf = (part: Json | undefined): Json[] => objectsIn(part?.parameters)

/** The type a parameter announces, upper case; UNKNOWN is the platform's word for none. */
export const receivedType = (parameter: Json | undefined): string => upperIn(parameter?.type) || 'UNKNOWN'

/** The member that the type of a parameter names. */
export const memberOf = (parameter: Json | undefined, type: string): Json => objectIn(parameter?.[type])
