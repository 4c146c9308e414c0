/**
 * Members of `messages` that only some versions of a subscription have.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
interface Versioned {
  since?: number
  until?: number
  /** In a free entry window every version has it. */
  always?: 'free_entry_point'
}

const VERSIONED = {
  'statuses.conversation': { until: 23, always: 'free_entry_point' },
} satisfies Record<string, Versioned>

export type VersionedMember = keyof typeof VERSIONED

/** `version` is that of the subscription, `vNN.0`. */
export function hasMember(member: VersionedMember, version: string, pricingType?: string): boolean {
  const { since = 0, until = Number.POSITIVE_INFINITY, always }: Versioned = VERSIONED[member]
  const number = Number.parseFloat(version.slice(1))
  return (always !== undefined && always === pricingType) || (number >= since && number < until + 1)
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
