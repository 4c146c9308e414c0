import type { AccountEvent } from './account.ts'
import type { CustomerEvent } from './customer.ts'
import type { MessageEvent, ThreadEvent } from './message.ts'
import type { NumberEvent } from './number.ts'
import type { PortfolioEvent } from './portfolio.ts'
import type { TemplateChange } from './template.ts'
import type { WorldEvent } from './world.ts'

/** Everything that can happen, in the past tense. Webhooks, the live feed and the activity log read nothing else. */
export type Event =
  | MessageEvent
  | ThreadEvent
  | CustomerEvent
  | TemplateChange
  | NumberEvent
  | AccountEvent
  | PortfolioEvent
  | WorldEvent

type EventType = Event['type']
export type EventOf<T extends EventType> = Extract<Event, { type: T }>

/** An event as it was read from the log. */
export type LoggedEvent = Event & { seq: number; id: string }
