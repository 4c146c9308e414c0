import { createHash } from 'node:crypto'
import type { App } from '../domain/accounts/apps.ts'
import type { Account, Business } from '../domain/accounts/model.ts'
import type { Token, User } from '../domain/accounts/tokens.ts'
import { dropUnset } from '../domain/drop-unset.ts'
import { SCALING_EVERY } from '../domain/messaging/messaging-limit.ts'
import { displayNumber } from '../domain/numbers/add.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import { IDLE_BEFORE_ARCHIVE } from '../domain/templates/archive.ts'
import type { TemplateSettings } from '../domain/templates/index.ts'
import type { Template } from '../domain/templates/model.ts'
import { parseDuration } from '../domain/time.ts'
import { tokenHash } from '../graph/access.ts'
import { RETENTION_EVERY, type Retention } from '../jobs/retention.ts'
import { addCustomer } from '../network/add-customer.ts'
import type { ClockState } from '../runtime/clock.ts'
import type { TableName } from '../store/schema.ts'
import type { Unit } from '../store/store.ts'
import type { Seed } from './seed.ts'

/** What the start hands out, besides what is in the seed. */
export interface Secrets {
  access_token: string
  app_secret: string
}

/** All but the log; whoever adds a table is asked for it here. */
const TABLES: Record<Exclude<TableName, 'events'>, true> = {
  world: true,
  nodes: true,
  businesses: true,
  apps: true,
  users: true,
  tokens: true,
  authorization_codes: true,
  accounts: true,
  assignments: true,
  schedules: true,
  credit_lines: true,
  credit_allocations: true,
  subscribed_apps: true,
  phone_numbers: true,
  code_messages: true,
  blocks: true,
  threads: true,
  message_links: true,
  preverified_numbers: true,
  templates: true,
  template_groups: true,
  feedback: true,
  media: true,
  uploads: true,
  links: true,
  customers: true,
  reached: true,
  rulebook: true,
  conversations: true,
  messages: true,
  half_hours: true,
  days: true,
  clicks: true,
  counters: true,
  jobs: true,
  deliveries: true,
  attempts: true,
}

/** Takes everything out of a world but its log. */
export function clearWorld({ stage }: Unit): void {
  for (const table of Object.keys(TABLES) as TableName[]) stage.clear(table)
}

/** What a world has beside its seed. `before` is the app of the world that was there: it keeps its subscriptions. */
interface Surroundings {
  secrets: Secrets
  retention: Retention
  clock: ClockState
  before?: App
}

/** Stages the world that a seed describes: portfolio, app, accounts, numbers, templates, customers, one token. */
export function plantWorld(unit: Unit, seed: Seed, { secrets, retention, clock, before }: Surroundings): void {
  const { stage, ids, now } = unit
  const id = (given?: string) => given ?? ids.node()
  const business: Business = {
    id: id(seed.business.id),
    name: seed.business.name,
    timezone_id: '1',
    verification_status: seed.business.verification_status,
    messaging_limit: seed.business.messaging_limit,
    created_at: now,
  }
  stage.node(business.id, 'Business', business.id)
  stage.businesses.add(business)
  const app: App = {
    id: id(seed.app.id),
    name: seed.app.name,
    secret: secrets.app_secret,
    business_id: business.id,
    default_version: 'v25.0',
    subscriptions: before?.subscriptions ?? [],
    ...(before?.secret_rotated_at === undefined ? {} : { secret_rotated_at: before.secret_rotated_at }),
  }
  stage.node(app.id, 'Application', business.id)
  stage.apps.add(app)
  plantToken(unit, app, business.id, secrets.access_token)
  if (seed.business.credit) plantCredit(unit, seed.business.credit, business)
  for (const seeded of seed.accounts) plantAccount(unit, seeded, business.id, app.id)
  for (const { phone, name, username, online } of seed.customers) {
    addCustomer(unit, { wa_id: phone.replace(/\D/g, ''), name, online, ...(username ? { username } : {}) })
  }
  stage.world.add({
    id: 'world',
    seed,
    clock,
    ...(seed.templates ? { templates: settingsOf(seed.templates) } : {}),
    created_at: now,
  })
  stage.job({ id: ids.key(), name: 'scale-messaging-limits', due_at: now + SCALING_EVERY, payload: {} })
  stage.job({ id: ids.key(), name: 'retention', due_at: now + RETENTION_EVERY, payload: retention })
}

function settingsOf({ review, review_delay, pacing }: NonNullable<Seed['templates']>): TemplateSettings {
  const milliseconds = (text: string) => parseDuration(text)!
  return {
    review,
    review_delay: milliseconds(review_delay),
    ...(pacing ? { pacing: { after: pacing.after, hold: milliseconds(pacing.hold) } } : {}),
  }
}

/** The development token: never expires, reaches everything of the portfolio. */
export function plantToken({ stage, ids, now }: Unit, app: App, businessId: string, text: string): void {
  const user: User = { id: ids.node(), name: 'Landline System User', business_id: businessId, kind: 'SYSTEM_USER' }
  stage.node(user.id, 'User', businessId)
  stage.users.add(user)
  const token: Token = {
    id: tokenHash(text),
    kind: 'SYSTEM_USER',
    app_id: app.id,
    user_id: user.id,
    business_id: businessId,
    scopes: ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management'],
    issued_at: now,
    expires_at: 0,
  }
  stage.tokens.add(token)
}

function plantCredit(
  { stage, ids, now }: Unit,
  seeded: { id?: string | undefined; legal_entity_name?: string | undefined },
  business: Business,
): void {
  const line = {
    id: seeded.id ?? ids.node(),
    business_id: business.id,
    legal_entity_name: seeded.legal_entity_name ?? business.name,
    created_at: now,
  }
  stage.node(line.id, 'ExtendedCredit', business.id)
  stage.creditLines.add(line)
}

function plantAccount(unit: Unit, seeded: Seed['accounts'][number], businessId: string, appId: string): void {
  const { stage, ids, now } = unit
  const account: Account = {
    id: seeded.id ?? ids.node(),
    name: seeded.name,
    business_id: businessId,
    timezone_id: seeded.timezone_id,
    currency: seeded.currency,
    country: seeded.country,
    message_template_namespace: namespaceOf(seeded.id ?? seeded.name),
    account_review_status: 'APPROVED',
    status: 'ACTIVE',
    ...(seeded.direct_send ? { direct_send: seeded.direct_send } : {}),
    ...(seeded.marketing_messages ? { marketing_messages: { status: seeded.marketing_messages } } : {}),
    created_at: now,
  }
  stage.node(account.id, 'WhatsAppBusinessAccount', businessId)
  stage.accounts.add(account)
  stage.subscribedApps.add({ id: `${account.id}/${appId}`, account_id: account.id, app_id: appId, subscribed_at: now })
  for (const number of seeded.phone_numbers) plantNumber(unit, number, account.id)
  for (const template of seeded.templates) plantTemplate(unit, template, account.id)
}

function plantNumber(
  { stage, ids, now }: Unit,
  seeded: Seed['accounts'][number]['phone_numbers'][number],
  accountId: string,
): void {
  const digits = seeded.phone.replace(/\D/g, '')
  const number: PhoneNumber = {
    id: seeded.id ?? ids.node(),
    account_id: accountId,
    digits,
    display_phone_number: displayNumber(digits),
    verified_name: seeded.verified_name,
    name_status: 'APPROVED',
    code_verification_status: 'VERIFIED',
    status: seeded.registered ? 'CONNECTED' : 'DISCONNECTED',
    quality_rating: 'GREEN',
    account_mode: seeded.test_number ? 'SANDBOX' : 'LIVE',
    throughput: seeded.throughput,
    ...(seeded.messages_per_second === undefined ? {} : { messages_per_second: seeded.messages_per_second }),
    ...(seeded.on_business_app ? { is_on_biz_app: true } : {}),
    is_test_number: seeded.test_number,
    enforce_recipients: seeded.enforce_recipients,
    ...(seeded.identity_check ? { identity_check: true } : {}),
    recipients: (seeded.recipients ?? []).map(phone => phone.replace(/\D/g, '')),
    ...(seeded.registered ? { registered_at: now } : {}),
    last_onboarded_at: now,
    profile: dropUnset(seeded.profile),
    profile_id: ids.node(),
    created_at: now,
  }
  stage.node(number.id, 'WhatsAppBusinessPhoneNumber', accountId)
  stage.node(number.profile_id!, 'WhatsAppBusinessProfile', number.id)
  stage.numbers.add(number)
}

function plantTemplate(
  { stage, ids, now }: Unit,
  seeded: Seed['accounts'][number]['templates'][number],
  accountId: string,
): void {
  const { id, ...rest } = seeded
  const template: Template = {
    ...rest,
    id: id ?? ids.node(),
    account_id: accountId,
    rejected_reason: seeded.status === 'REJECTED' ? 'INVALID_FORMAT' : 'NONE',
    quality: 'UNKNOWN',
    created_at: now,
    updated_at: now,
    edits: [],
  }
  stage.node(template.id, 'MessageTemplate', accountId)
  stage.templates.add(template)
  const payload = { template_id: template.id }
  const due_at = now + IDLE_BEFORE_ARCHIVE
  stage.job({ id: ids.key(), name: 'archive-template', due_at, subject: template.id, payload })
}

function namespaceOf(text: string): string {
  const hex = createHash('sha256').update(`namespace/${text}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('_')
}
