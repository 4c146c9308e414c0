import { ParameterRequired, ValueNotValid } from '../../catalogue.ts'
import { ofInteractive } from '../check.ts'
import { filled, withinLengths } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-flow-messages */
const FLOW_MESSAGE_VERSION = '3'
/** Clients may cut the text earlier. */
const FLOW_CTA_MAX = 30

const PARAMETERS = "interactive['action']['parameters']"

export const flowVersion = ofInteractive('flow', ({ action: { parameters } }) =>
  parameters.flow_message_version === FLOW_MESSAGE_VERSION
    ? undefined
    : ValueNotValid(`flow_message_version must be "${FLOW_MESSAGE_VERSION}"`),
)

export const flowNamedOnce = ofInteractive('flow', ({ action: { parameters } }) => {
  const { flow_id, flow_name } = parameters
  if (flow_id && flow_name) return ValueNotValid('flow_id and flow_name cannot be used together')
  return flow_id || flow_name ? undefined : ParameterRequired(`${PARAMETERS}['flow_id']`)
})

export const flowButton = ofInteractive(
  'flow',
  ({ action: { parameters } }) =>
    filled(`${PARAMETERS}['flow_cta']`, parameters.flow_cta) ??
    withinLengths('Flow CTA', parameters.flow_cta, 1, FLOW_CTA_MAX),
)

/** Data for the first screen goes with navigation only: otherwise the endpoint supplies it. */
export const flowPayload = ofInteractive('flow', ({ action: { parameters } }) => {
  const payload = parameters.flow_action_payload
  if (!payload) return undefined
  if (parameters.flow_action === 'data_exchange') {
    return ValueNotValid('flow_action_payload cannot be used with flow_action data_exchange')
  }
  if (payload.data === undefined || isFilledObject(payload.data)) return undefined
  return ValueNotValid('flow_action_payload data must be dynamic_object')
})

/** The page shows an object as JSON text; an object as such is taken as well. */
function isFilledObject(data: unknown): boolean {
  if (typeof data !== 'string') return typeof data === 'object' && data !== null && Object.keys(data).length > 0
  try {
    const value: unknown = JSON.parse(data)
    return typeof value !== 'string' && isFilledObject(value)
  } catch {
    return false
  }
}

export const flowChecks = [flowVersion, flowNamedOnce, flowButton, flowPayload]
