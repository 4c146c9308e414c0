import type { App, SubscribedApp } from '../domain/accounts/apps.ts'
import type { Customer } from '../domain/messaging/model.ts'
import { inContactBook, phoneWithheld } from '../domain/messaging/phone-visibility.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import { rolloutOf } from '../domain/rollout.ts'
import { unixSeconds } from '../domain/time.ts'
import { dueWith, faultsFor, type WebhookFaults } from '../domain/webhook-faults.ts'
import { OVERRIDDEN_FIELDS } from '../domain/webhook-fields.ts'
import type { Event } from '../events/event.ts'
import type { DeliveryDraft } from '../store/stage.ts'
import type { Unit } from '../store/store.ts'
import { phoneSeenByPortfolio } from '../store/tables/contact-book.ts'
import { metaJson } from './bytes.ts'
import type { PayloadFacts, WebhookField } from './field.ts'
import { fieldOf } from './fields/index.ts'
import { inStandby, standby } from './fields/standby.ts'

/** The object that accounts are subscribed as. */
const OBJECT = 'whatsapp_business_account'

/** Stages a delivery for each app that is to hear of an event, in the same commit as the event itself. */
export async function planWebhooks(events: Event[], unit: Unit): Promise<void> {
  const turnedRound: (() => void)[] = []
  for (const event of events) {
    const field = fieldOf.get(event.type)
    if (!field || (field.routed && event.for_app === undefined)) continue
    const businessId = field.business?.(event)
    if (businessId !== undefined) await planForBusiness(event, businessId, field, unit)
    else if (event.account_id !== undefined) await planOne(event, event.account_id, field, unit, turnedRound)
  }
  for (const stage of turnedRound.reverse()) stage()
}

/** Their ids rise as they are staged, and they go out in that order: what is to be turned round is staged at the end. */
async function planOne(
  event: Event,
  accountId: string,
  field: WebhookField,
  unit: Unit,
  turnedRound: (() => void)[],
): Promise<void> {
  const { read } = unit
  const subscribed = await read.subscribedApps.ofAccount(accountId)
  for (const link of subscribed) {
    const app = await read.apps.find(link.app_id)
    const aside = event.for_app !== undefined && event.for_app !== link.app_id
    if (field.routed && (field.routed === 'others') !== aside) continue
    const name = aside ? standby.name : field.name
    const wanted = app && subscriptionTo(app, name)
    if (!app || !wanted) continue
    const facts = await factsOf(event, wanted.version, unit)
    const told = field.value(event, facts)
    const value = told && aside && !field.routed ? inStandby(told) : told
    const url = OVERRIDDEN_FIELDS.includes(name) ? urlFor(link, facts, wanted.url) : wanted.url
    if (value === undefined || url === '') continue
    const faults = faultsFor(app.webhook_faults, name)
    const delivery = {
      app_id: app.id,
      account_id: accountId,
      field: name,
      url,
      conversation: event.customer_id === undefined ? accountId : `${event.phone_number_id}/${event.customer_id}`,
      created_at: unit.now,
      body: entryJson(accountId, { name, timed: field.timed }, value, event.at),
    }
    if (!faults) unit.stage.delivery({ id: unit.ids.key(), ...delivery })
    else if (faults.reorder) turnedRound.push(() => stageFaulty(unit, delivery, faults))
    else stageFaulty(unit, delivery, faults)
  }
}

function stageFaulty({ stage, ids, now }: Unit, delivery: Omit<DeliveryDraft, 'id'>, faults: WebhookFaults): void {
  const kept = JSON.stringify(faults)
  for (let copies = 0; copies <= (faults.duplicate ?? 0); copies++) {
    stage.delivery({ id: ids.key(), ...delivery, due_at: dueWith(faults, now), faults: kept })
  }
}

/** What a partner hears goes to its own apps, whichever account it is about. */
async function planForBusiness(event: Event, businessId: string, field: WebhookField, unit: Unit): Promise<void> {
  const apps = (await unit.read.apps.all()).filter(app => app.business_id === businessId)
  for (const app of apps) {
    const wanted = subscriptionTo(app, field.name)
    const value = wanted && field.value(event, { version: wanted.version })
    if (!wanted || value === undefined || wanted.url === '') continue
    unit.stage.delivery({
      id: unit.ids.key(),
      app_id: app.id,
      account_id: event.account_id ?? businessId,
      field: field.name,
      url: wanted.url,
      conversation: businessId,
      created_at: unit.now,
      body: entryJson(businessId, field, value, event.at),
    })
  }
}

/** One `entry` of a notification, in the key order of captures. */
function entryJson(accountId: string, field: Pick<WebhookField, 'name' | 'timed'>, value: object, at: number): string {
  const changes = [{ value, field: field.name }]
  return metaJson(field.timed ? { id: accountId, time: unixSeconds(at), changes } : { id: accountId, changes })
}

function subscriptionTo(app: App, field: string): { url: string; version: string } | undefined {
  for (const subscription of app.subscriptions) {
    if (!subscription.active || subscription.object !== OBJECT) continue
    const found = subscription.fields.find(one => one.name === field)
    if (found) return { url: subscription.callback_url, version: found.version }
  }
  return undefined
}

/**
 * What the app has set for the number, then for the account, then its own.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 */
const urlFor = ({ app_id, override_callback_uri }: SubscribedApp, { number }: PayloadFacts, appUrl: string): string =>
  number?.webhooks?.[app_id]?.override_callback_uri || override_callback_uri || appUrl

async function factsOf(event: Event, version: string, { read, now }: Unit): Promise<PayloadFacts> {
  const number = event.phone_number_id === undefined ? undefined : await read.numbers.find(event.phone_number_id)
  const customer = event.customer_id === undefined ? undefined : await read.customers.find(event.customer_id)
  const rollout = rolloutOf((await read.world.find('world'))?.rollout)
  const facts = { version, rollout, ...(number ? { number } : {}), ...(customer ? { customer } : {}) }
  // Only usernames hide phone numbers, so that nobody else costs a look at the chat.
  if (!number || customer?.username === undefined) return facts
  const conversation = await read.conversations.find(number.id, customer.id)
  const withheld = phoneWithheld(customer, conversation?.phone_seen_at, now)
  return { ...facts, phoneWithheld: withheld && !(rollout.contact_book && (await isContact(read, number, customer))) }
}

async function isContact(read: Unit['read'], number: PhoneNumber, customer: Customer): Promise<boolean> {
  const business = (await read.accounts.find(number.account_id))?.business_id
  if (business === undefined) return false
  return inContactBook(customer, business, await phoneSeenByPortfolio(read, customer.id, business))
}
