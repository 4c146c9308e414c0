import { type CarryFacts, withinMarketingLimit, withinMessagingLimit } from '../domain/messaging/carry-checks.ts'
import {
  hasMarketingLimit,
  MARKETING_BURST,
  MARKETING_INTERVAL,
  MARKETING_LIMIT,
  marketingCounter,
} from '../domain/messaging/marketing.ts'
import type { Message } from '../domain/messaging/model.ts'
import { serviceWindow } from '../domain/messaging/window.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import { modeOfCheck } from '../domain/rules/index.ts'
import type { Rulebook } from '../domain/rules/rulebook.ts'
import type { Unit } from '../store/store.ts'
import { countReach } from './count-reach.ts'

/** Claims what a message uses up of the limits that hold outside service windows; inside one, and for answers, nothing. */
export async function claimLimits(
  unit: Unit,
  rulebook: Rulebook | undefined,
  message: Message,
  number: PhoneNumber,
  { lastReceivedAt, category }: CarryFacts,
): Promise<void> {
  if (message.template === undefined || serviceWindow(lastReceivedAt, message.at).open) return
  const { customer_id } = message
  const applies = (check: typeof withinMessagingLimit) => modeOfCheck(check, rulebook, number.id) === 'on'
  if (category === 'MARKETING' && applies(withinMarketingLimit) && hasMarketingLimit(customer_id)) {
    unit.take({
      kind: 'bucket',
      name: MARKETING_LIMIT,
      counter: marketingCounter(customer_id),
      n: 1,
      capacity: MARKETING_BURST,
      interval: MARKETING_INTERVAL,
      now: unit.now,
    })
  }
  if (!applies(withinMessagingLimit)) return
  const account = await unit.read.accounts.find(number.account_id)
  const business = account && (await unit.read.businesses.find(account.business_id))
  if (business) await countReach(unit, business, customer_id)
}
