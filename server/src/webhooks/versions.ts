import { inVersion, type Version } from '../graph/versions.ts'

/** A member of `messages` that only some versions of a subscription have. */
interface Versioned {
  since?: Version
  until?: Version
  /** In a free entry window every version has it. */
  always?: 'free_entry_point'
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status */
const VERSIONED = {
  'statuses.conversation': { until: 'v23.0', always: 'free_entry_point' },
} satisfies Record<string, Versioned>

export type VersionedMember = keyof typeof VERSIONED

/** `version` is that of the subscription, `vNN.0`. */
export function hasMember(member: VersionedMember, version: string, pricingType?: string): boolean {
  const { always, ...range }: Versioned = VERSIONED[member]
  return (always !== undefined && always === pricingType) || inVersion(range, version)
}

/**
 * How messages are priced, by the day they were sent; `type` came with prices per message.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 */
const PRICING_MODELS = [
  { from: Date.UTC(2025, 6, 1), model: 'PMP', typed: true },
  { from: 0, model: 'CBP', typed: false },
] as const

export const pricingModel = (at: number) => PRICING_MODELS.find(({ from }) => at >= from) ?? PRICING_MODELS[1]
