import type { Customer } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Rollout } from '../domain/rollout.ts'
import type { Event } from '../events/event.ts'

/** What a payload may say besides its event. */
export interface PayloadFacts {
  number?: PhoneNumber
  customer?: Customer
  /** The business does not get to see the customer's phone number. */
  phoneWithheld?: boolean
  /** Which announced changes have arrived; the defaults when left out. */
  rollout?: Rollout
  /** Version of the subscription, `vNN.0`: it shapes the payload. */
  version: string
}

/** One field that apps subscribe to: how its events become the official `value`. */
export interface WebhookField {
  name: string
  events: readonly Event['type'][]
  /** `entry[].time` is there for every field but those of messages. */
  timed: boolean
  /** Only where several apps share a number: told to the app that the event is for, or to the others. */
  routed?: 'own' | 'others'
  /** A portfolio whose apps hear of it instead of those of the account; its id stands at the entry. */
  business?(event: Event): string | undefined
  value(event: Event, facts: PayloadFacts): object | undefined
  /** A `value` as a receiver may get it, for documentation and test notifications. */
  sample: object
}
