import type { Rulebook } from '../domain/rules/rulebook.ts'
import { type Database, recordReads } from './records.ts'
import { accountReads } from './tables/accounts.ts'
import { appReads } from './tables/apps.ts'
import { counterReads } from './tables/counters.ts'
import { customerReads } from './tables/customers.ts'
import { deliveryReads } from './tables/deliveries.ts'
import { eventReads } from './tables/events.ts'
import { feedbackReads } from './tables/feedback.ts'
import { mediaReads } from './tables/media.ts'
import { conversationReads, messageReads } from './tables/messages.ts'
import { nodeReads } from './tables/nodes.ts'
import { numberReads } from './tables/numbers.ts'
import { peopleReads } from './tables/people.ts'
import { reachedReads } from './tables/reached.ts'
import { retentionReads } from './tables/retention.ts'
import { templateReads } from './tables/templates.ts'
import { trafficReads } from './tables/traffic.ts'
import type { World } from './tables/world.ts'

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
