import type { Refusal } from '../../refusals.ts'
import { isObject, type Json, objectIn, textIn } from '../json.ts'
import { ComponentsInvalid, MissingFields } from '../refusals.ts'

/** The flow itself, as far as it can be judged without flows: exactly one way to name it, and a screen to begin with. */
const NAMES = ['flow_id', 'flow_name', 'flow_json'] as const

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow */
export function flow(button: Json): Refusal | undefined {
  const given = NAMES.filter(member => Boolean(button[member]))
  if (given.length === 0) return MissingFields('BUTTONS', 'flow_id')
  if (given.length > 1) return ComponentsInvalid('A button of type FLOW takes one of flow_id, flow_name and flow_json.')
  return flowJson(button) ?? firstScreen(button)
}

function flowJson({ flow_json }: Json): Refusal | undefined {
  if (flow_json === undefined) return undefined
  return screensIn(flow_json).length > 0 ? undefined : ComponentsInvalid('flow_json must be a flow with screens.')
}

/** Where a flow begins is the template's to say only when no endpoint says it. */
function firstScreen({ flow_action, flow_json, navigate_screen }: Json): Refusal | undefined {
  const screen = textIn(navigate_screen)
  if (screen === undefined) return undefined
  if (flow_action === 'data_exchange') return ComponentsInvalid('navigate_screen is for the flow_action navigate only.')
  return flow_json === undefined || screensIn(flow_json).includes(screen)
    ? undefined
    : ComponentsInvalid(`The flow has no screen ${screen}.`)
}

function screensIn(text: unknown): string[] {
  try {
    const { screens } = objectIn(JSON.parse(textIn(text) ?? ''))
    return Array.isArray(screens) ? screens.filter(isObject).flatMap(({ id }) => textIn(id) ?? []) : []
  } catch {
    return []
  }
}
