import type { App, SubscribedApp } from '../domain/accounts/apps.ts'
import type { Customer } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Event, EventOf } from '../events/event.ts'
import type { StatusFacts } from '../events/message.ts'
import { makeIds } from '../runtime/ids.ts'
import { seededRandom } from '../runtime/random.ts'
import { openSqlite } from '../store/sqlite/open.ts'
import { makeStore } from '../store/store.ts'
import { planWebhooks } from './plan.ts'

/** The cast of the documentation's own samples. */
export const ACCOUNT = '102290129340398'
export const NUMBER = '106540352242922'
export const APP = '670843887433847'
export const CUSTOMER = '16505551234'
export const SECRET = 'app secret'
export const AT = Date.UTC(2026, 0, 15)

export const number: PhoneNumber = {
  id: NUMBER,
  account_id: ACCOUNT,
  digits: '15550783881',
  display_phone_number: '+1 555-078-3881',
  verified_name: 'Lucky Shrub',
  name_status: 'APPROVED',
  code_verification_status: 'VERIFIED',
  status: 'CONNECTED',
  quality_rating: 'GREEN',
  account_mode: 'LIVE',
  throughput: 'STANDARD',
  is_test_number: false,
  last_onboarded_at: 0,
  profile: {},
  created_at: 0,
}

export const customer: Customer = {
  id: CUSTOMER,
  name: 'Sheena Nelson',
  user_id: 'US.13491208655302741918',
  online: true,
  blocked: [],
  read_receipts: true,
  created_at: 0,
}

export const app = (more: Partial<App> = {}): App => ({
  id: APP,
  name: 'Jaspers Market',
  secret: SECRET,
  business_id: '1',
  default_version: 'v25.0',
  subscriptions: [subscription()],
  ...more,
})

export const subscription = (more: Partial<App['subscriptions'][number]> = {}): App['subscriptions'][number] => ({
  object: 'whatsapp_business_account',
  callback_url: 'http://app/',
  verify_token: 't',
  include_values: true,
  active: true,
  fields: [
    { name: 'messages', version: 'v25.0' },
    { name: 'message_template_status_update', version: 'v25.0' },
  ],
  ...more,
})

const scene = { at: AT, account_id: ACCOUNT, phone_number_id: NUMBER, customer_id: CUSTOMER, wamid: 'wamid.A' }

export const statusEvent = <T extends 'sent' | 'delivered' | 'read' | 'played'>(
  name: T,
  more: Partial<StatusFacts> = {},
): EventOf<`message.${T}`> =>
  ({
    ...scene,
    type: `message.${name}`,
    message_type: 'text',
    category: 'service',
    billable: false,
    pricing_type: 'free_customer_service',
    conversation_id: '72b14d6bd5407799e66f64d1b338e567',
    conversation_expires_at: AT + 86_400_000,
    ...more,
  }) as EventOf<`message.${T}`>

/** A world in memory whose clock stands still until `clock.at` is set. */
export async function testWorld({ apps = [app()], links = {}, numbers = number }: Cast = {}) {
  const clock = { at: AT }
  const now = () => clock.at
  const random = seededRandom('webhooks')
  const ticks = { last: 0 }
  const store = makeStore({
    driver: openSqlite(),
    now,
    ids: name => makeIds(now, random.child(name), ticks),
    beforeCommit: planWebhooks,
  })
  await store.run(async ({ stage }) => {
    stage.numbers.add(numbers)
    stage.customers.add(customer)
    for (const one of apps) {
      stage.apps.add(one)
      const link = { id: `${ACCOUNT}/${one.id}`, account_id: ACCOUNT, app_id: one.id, subscribed_at: 0 }
      stage.subscribedApps.add({ ...link, ...links[one.id] })
    }
  })
  return {
    store,
    clock,
    now,
    record: (...events: Event[]) =>
      store.run(async unit => {
        for (const event of events) unit.record(event)
      }),
    deliveries: async (status?: string) =>
      (await store.read.deliveries.list(status ? { status } : {}, 5_000)).reverse(),
    attempts: async () => store.driver.db.selectFrom('attempts').selectAll().orderBy('id').execute(),
  }
}

interface Cast {
  apps?: App[]
  /** What is special about an app's subscription to the account. */
  links?: { [appId: string]: Partial<SubscribedApp> }
  numbers?: PhoneNumber
}
