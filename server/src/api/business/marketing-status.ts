import { z } from 'zod'
import type { Business } from '../../domain/accounts/model.ts'
import type { Read } from '../../store/read.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/onboarding */
export const MarketingStatusOfBusiness = z.looseObject({
  status: z.enum(['TERM_OF_SERVICE_SIGNED', 'REQUEST_SENT', 'NOT_STARTED']),
  time: z.string().optional().describe('Day, `2025-10-07`.'),
})

/** How far a portfolio has come with the Marketing Messages API: signed once any of its accounts is onboarded. */
export async function businessMarketingStatus(
  business: Business,
  read: Read,
): Promise<z.output<typeof MarketingStatusOfBusiness>> {
  const accounts = await read.accounts.ofBusiness(business.id)
  const signed = accounts.flatMap(({ marketing_messages: one }) => one?.signed_at ?? [])
  if (signed.length > 0) return { status: 'TERM_OF_SERVICE_SIGNED', time: dayOf(Math.min(...signed)) }
  const request = business.marketing_request
  return request ? { status: 'REQUEST_SENT', time: dayOf(request.at) } : { status: 'NOT_STARTED' }
}

/** `2025-10-07`, of an instant in UTC. */
const dayOf = (at: number): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'UTC' }).format(at)
