import type { MessagingLimit } from '../accounts/model.ts'
import type { PhoneNumber } from '../numbers/model.ts'
import { DAY, SECOND } from '../time.ts'

/**
 * Messages a second from one number.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 */
const STANDARD_THROUGHPUT = 80
const HIGH_THROUGHPUT = 1000
/** A number that is used in the WhatsApp Business app at the same time. */
const COEXISTENCE_THROUGHPUT = 20

/** A number is raised to the higher throughput when it reaches so many customers in this time. */
export const THROUGHPUT_REACH = 100_000
export const THROUGHPUT_PERIOD = DAY

/** Whether a number has earned the higher throughput: by whom it reached, its portfolio's limit, and its quality. */
export const earnsThroughput = (
  { throughput, is_on_biz_app, quality_rating }: Pick<PhoneNumber, 'throughput' | 'is_on_biz_app' | 'quality_rating'>,
  limit: MessagingLimit,
  reached: number,
): boolean =>
  throughput === 'STANDARD' &&
  !is_on_biz_app &&
  limit === 'TIER_UNLIMITED' &&
  (quality_rating === 'GREEN' || quality_rating === 'YELLOW') &&
  reached >= THROUGHPUT_REACH

/**
 * One message in six seconds from one number to one customer; a burst is lent from the time that follows.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform
 */
const PAIR_BURST = 45
const PAIR_INTERVAL = 6 * SECOND

/** Names by which a claim that found no room is known. */
export type Limit = 'throughput' | 'pair'

/** A claim on a bucket of tokens. The store has the same shape for it; rules know nothing of the store. */
export interface BucketTake {
  kind: 'bucket'
  name: Limit
  counter: string
  n: number
  capacity: number
  /** Milliseconds until one more token. */
  interval: number
  now: number
  /** Never refused: it takes what is there. */
  forced?: boolean
}

type Sender = Pick<PhoneNumber, 'id' | 'throughput' | 'messages_per_second' | 'is_on_biz_app'>

export function messagesPerSecond({ messages_per_second, is_on_biz_app, throughput }: Sender): number {
  if (messages_per_second !== undefined) return messages_per_second
  if (is_on_biz_app) return COEXISTENCE_THROUGHPUT
  return throughput === 'HIGH' ? HIGH_THROUGHPUT : STANDARD_THROUGHPUT
}

/** Incoming and outgoing messages of every type count together. */
export function throughputTake(number: Sender, now: number): BucketTake {
  const rate = messagesPerSecond(number)
  return {
    kind: 'bucket',
    name: 'throughput',
    counter: `throughput/${number.id}`,
    n: 1,
    capacity: rate,
    interval: SECOND / rate,
    now,
  }
}

/** What a customer writes uses up throughput as well, and is never refused for want of it. */
export const inboundTake = (number: Sender, now: number): BucketTake => ({
  ...throughputTake(number, now),
  forced: true,
})

export const pairTake = (numberId: string, waId: string, now: number): BucketTake => ({
  kind: 'bucket',
  name: 'pair',
  counter: `pair/${numberId}/${waId}`,
  n: 1,
  capacity: PAIR_BURST,
  interval: PAIR_INTERVAL,
  now,
})
