/**
 * Changes that the platform announces and then brings to accounts over weeks. A world can be put before or behind each of
 * them, so that a bot can be tested against both.
 */
export const ROLLOUTS = {
  /**
   * Business-scoped user ids in webhooks (April 2026).
   * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
   */
  user_ids: true,
  /** Parent ids, for portfolios that are enrolled together. */
  parent_user_ids: false,
  /**
   * A contact book of each portfolio: who was known once by phone number stays so (2026).
   * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
   */
  contact_book: false,
  /**
   * Clicks on links of marketing messages. The platform tells them of the Marketing Messages API only, and not to
   * every account.
   * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/track-click-events
   */
  link_clicks: false,
  /** `contacts` beside the statuses sent, delivered and read (2026). */
  status_contacts: true,
  /** `url` in media that customers send (late 2025). */
  media_urls: true,
  /** `unsupported.type` (February 2026). */
  unsupported_types: true,
  /** `origin` and `vcard` of contacts that customers share (2026). */
  contact_origins: true,
} as const satisfies Record<string, boolean>

export type RolloutName = keyof typeof ROLLOUTS
export type Rollout = Record<RolloutName, boolean>

export const ROLLOUT_NAMES = Object.keys(ROLLOUTS) as RolloutName[]

/** The defaults with what a world has decided otherwise. */
export const rolloutOf = (decided: Partial<Rollout> | undefined): Rollout =>
  decided === undefined ? ROLLOUTS : { ...ROLLOUTS, ...decided }
