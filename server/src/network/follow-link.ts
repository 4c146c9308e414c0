import type { Customer, Message } from '../domain/messaging/model.ts'
import { rolloutOf } from '../domain/rollout.ts'
import { DAY } from '../domain/time.ts'
import type { Unit } from '../store/store.ts'

/**
 * How long after a marketing message clicks on it are told.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/track-click-events
 */
const CLICKS_TOLD_FOR = 7 * DAY

/** The customer follows a link of a message. Returns where it leads; marketing links are counted where that is on. */
export async function followLink(
  { read, ids, now, record }: Unit,
  customer: Customer,
  message: Message,
  url: string,
): Promise<string> {
  const { link_clicks } = rolloutOf((await read.world.find('world'))?.rollout)
  const counted = message.template?.category === 'MARKETING' && now < message.at + CLICKS_TOLD_FOR
  if (!link_clicks || !counted) return url
  const click_id = ids.opaque(24)
  record({
    type: 'link.clicked',
    at: now,
    account_id: message.account_id,
    phone_number_id: message.phone_number_id,
    customer_id: customer.id,
    wamid: message.wamid,
    click_component: 'cta',
    click_id,
    tracking_token: ids.opaque(24),
  })
  return withClickId(url, click_id)
}

/** The page that is opened learns of the click too. */
function withClickId(url: string, clickId: string): string {
  const target = URL.parse(url)
  if (!target) return url
  target.searchParams.set('fbclid', clickId)
  return target.href
}
