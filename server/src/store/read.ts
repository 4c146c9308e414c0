import type { Rulebook } from '../domain/rules/rulebook.ts'
import { accountReads } from './accounts.ts'
import { appReads } from './apps.ts'
import { counterReads } from './counters.ts'
import { customerReads } from './customers.ts'
import { deliveryReads } from './deliveries.ts'
import { eventReads } from './events.ts'
import { feedbackReads } from './feedback.ts'
import { mediaReads } from './media.ts'
import { conversationReads, messageReads } from './messages.ts'
import { nodeReads } from './nodes.ts'
import { numberReads } from './numbers.ts'
import { peopleReads } from './people.ts'
import { reachedReads } from './reached.ts'
import { type Database, recordReads } from './records.ts'
import { retentionReads } from './retention.ts'
import { templateReads } from './templates.ts'
import { trafficReads } from './traffic.ts'
import type { World } from './world.ts'

/** Everything that can be asked of committed state. Nothing here sees what a unit has staged. */
export function makeRead(database: Database) {
  return {
    world: recordReads<World>(database, 'world'),
    ...accountReads(database),
    ...peopleReads(database),
    ...appReads(database),
    ...numberReads(database),
    ...templateReads(database),
    feedback: feedbackReads(database),
    customers: customerReads(database),
    ...mediaReads(database),
    reached: reachedReads(database),
    rulebook: recordReads<Rulebook>(database, 'rulebook'),
    counters: counterReads(database),
    nodes: nodeReads(database),
    conversations: conversationReads(database),
    messages: messageReads(database),
    events: eventReads(database),
    retention: retentionReads(database),
    traffic: trafficReads(database),
    deliveries: deliveryReads(database),
  }
}

export type Read = ReturnType<typeof makeRead>
