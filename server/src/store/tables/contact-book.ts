import type { Read } from '../read.ts'

/** When a number of a portfolio last saw the phone number of a customer; 0 = none ever did. */
export async function phoneSeenByPortfolio(
  { conversations, numbers, accounts }: Pick<Read, 'conversations' | 'numbers' | 'accounts'>,
  customerId: string,
  businessId: string,
): Promise<number> {
  let latest = 0
  for (const { phone_number_id, phone_seen_at } of await conversations.ofCustomer(customerId)) {
    if (phone_seen_at <= latest) continue
    const number = await numbers.find(phone_number_id)
    const account = number && (await accounts.find(number.account_id))
    if (account?.business_id === businessId) latest = phone_seen_at
  }
  return latest
}
