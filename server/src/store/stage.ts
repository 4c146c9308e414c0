import type { App, SubscribedApp } from '../domain/accounts/apps.ts'
import type { Account, Assignment, Business, CreditAllocation, CreditLine, Schedule } from '../domain/accounts/model.ts'
import type { AuthorizationCode, Token, User } from '../domain/accounts/tokens.ts'
import type { CachedLink, Media } from '../domain/messaging/media.ts'
import type { Customer, Reached } from '../domain/messaging/model.ts'
import type { Thread } from '../domain/messaging/thread.ts'
import type { Block, CodeMessage, MessageLink, PhoneNumber, PreverifiedNumber } from '../domain/numbers/model.ts'
import type { Feedback } from '../domain/quality.ts'
import type { Rulebook } from '../domain/rules/rulebook.ts'
import type { Template, TemplateGroup } from '../domain/templates/model.ts'
import type { UploadSession } from '../domain/uploads.ts'
import { recordStage } from './records.ts'
import type { TableName } from './schema.ts'
import { conversationStage, messageStage } from './tables/messages.ts'
import type { World } from './tables/world.ts'
import type { Row, Sums, Write } from './write.ts'

/** A webhook on its way to one endpoint. */
export interface DeliveryDraft {
  id: string
  app_id: string
  account_id: string
  field: string
  url: string
  /** First attempts keep their order within this key. */
  conversation: string
  created_at: number
  /** Later than it was made, when it is held back on purpose. */
  due_at?: number
  /** What goes wrong on purpose, as JSON. */
  faults?: string
  /** One `entry` of the notification, as Meta's bytes (see webhooks/bytes.ts). */
  body: string
}

export interface JobDraft {
  id: string
  name: string
  due_at: number
  subject?: string
  payload: unknown
}

/** Everything a unit of work can stage. Nothing happens before the unit is committed. Every call makes one, so it is a class. */
export class Stage {
  readonly #writes: Write[]

  constructor(writes: Write[]) {
    this.#writes = writes
  }

  node(id: string, kind: string, owner: string | null): void {
    this.#writes.push({ op: 'insert', table: 'nodes', row: { id, kind, owner } })
  }
  dropNode(id: string): void {
    this.#writes.push({ op: 'delete', table: 'nodes', id })
  }
  get world() {
    return recordStage<World>(this.#writes, 'world')
  }
  get businesses() {
    return recordStage<Business>(this.#writes, 'businesses')
  }
  get apps() {
    return recordStage<App>(this.#writes, 'apps')
  }
  get users() {
    return recordStage<User>(this.#writes, 'users', user => ({ business_id: user.business_id }))
  }
  get tokens() {
    return recordStage<Token>(this.#writes, 'tokens', token => ({
      expires_at: token.expires_at || null,
      user_id: token.user_id,
    }))
  }
  get authorizationCodes() {
    return recordStage<AuthorizationCode>(this.#writes, 'authorization_codes')
  }
  get accounts() {
    return recordStage<Account>(this.#writes, 'accounts', account => ({ business_id: account.business_id }))
  }
  get assignments() {
    return recordStage<Assignment>(this.#writes, 'assignments', ({ account_id, user_id }) => ({ account_id, user_id }))
  }
  get schedules() {
    return recordStage<Schedule>(this.#writes, 'schedules', ({ account_id }) => ({ account_id }))
  }
  get creditLines() {
    return recordStage<CreditLine>(this.#writes, 'credit_lines', ({ business_id }) => ({ business_id }))
  }
  get creditAllocations() {
    return recordStage<CreditAllocation>(
      this.#writes,
      'credit_allocations',
      ({ credit_id, receiving_business_id }) => ({
        credit_id,
        receiving_business_id,
      }),
    )
  }
  get numbers() {
    return recordStage<PhoneNumber>(this.#writes, 'phone_numbers', number => ({
      account_id: number.account_id,
      digits: uniqueDigits(number),
    }))
  }
  get codeMessages() {
    return recordStage<CodeMessage>(this.#writes, 'code_messages', message => ({ recipient: message.to }))
  }
  get blocks() {
    return recordStage<Block>(this.#writes, 'blocks', block => ({ phone_number_id: block.phone_number_id }))
  }
  get threads() {
    return recordStage<Thread>(this.#writes, 'threads', thread => ({ phone_number_id: thread.phone_number_id }))
  }
  get messageLinks() {
    return recordStage<MessageLink>(this.#writes, 'message_links', link => ({ phone_number_id: link.phone_number_id }))
  }
  get preverifiedNumbers() {
    return recordStage<PreverifiedNumber>(this.#writes, 'preverified_numbers', ({ business_id, digits }) => ({
      business_id,
      digits,
    }))
  }
  get subscribedApps() {
    return recordStage<SubscribedApp>(this.#writes, 'subscribed_apps', ({ account_id, app_id }) => ({
      account_id,
      app_id,
    }))
  }
  get templates() {
    return recordStage<Template>(this.#writes, 'templates', ({ account_id, name, language, status }) => ({
      account_id,
      name,
      language,
      unique_name: status === 'DELETED' ? null : `${account_id}/${name}/${language}`,
    }))
  }
  get templateGroups() {
    return recordStage<TemplateGroup>(this.#writes, 'template_groups', ({ account_id }) => ({ account_id }))
  }
  feedback(row: Feedback): void {
    this.#writes.push({ op: 'insert', table: 'feedback', row: { ...row, reason: row.reason ?? null } })
  }
  get media() {
    return recordStage<Media>(this.#writes, 'media', ({ phone_number_id, expires_at }) => ({
      phone_number_id,
      expires_at,
    }))
  }
  get uploads() {
    return recordStage<UploadSession>(this.#writes, 'uploads', ({ expires_at }) => ({ expires_at }))
  }
  get links() {
    return recordStage<CachedLink>(this.#writes, 'links')
  }
  get customers() {
    return recordStage<Customer>(this.#writes, 'customers')
  }
  get reached() {
    return recordStage<Reached>(this.#writes, 'reached', ({ business_id, at }) => ({ business_id, at }))
  }
  get rulebook() {
    return recordStage<Rulebook>(this.#writes, 'rulebook')
  }
  get messages() {
    return messageStage(this.#writes)
  }
  get conversations() {
    return conversationStage(this.#writes)
  }
  job(job: JobDraft): void {
    this.#writes.push({
      op: 'insert',
      table: 'jobs',
      row: {
        id: job.id,
        name: job.name,
        due_at: job.due_at,
        attempts: 0,
        locked_until: 0,
        subject: job.subject ?? null,
        payload: JSON.stringify(job.payload),
      },
    })
  }
  /** Raw rows, for the hot tables of one engine. */
  insert(table: TableName, row: Row): void {
    this.#writes.push({ op: 'insert', table, row })
  }
  /** Adds to sums of a row, which begins with them when it is new. */
  add(table: TableName, row: Row, sums: Sums): void {
    this.#writes.push({ op: 'add', table, row, sums })
  }
  update(table: TableName, row: Row): void {
    this.#writes.push({ op: 'update', table, row })
  }
  remove(table: TableName, id: string): void {
    this.#writes.push({ op: 'delete', table, id })
  }
  dropEvent(id: string): void {
    this.#writes.push({ op: 'delete', table: 'events', id })
  }
  clear(table: TableName): void {
    this.#writes.push({ op: 'clear', table })
  }
  dropJob(id: string): void {
    this.#writes.push({ op: 'delete', table: 'jobs', id })
  }
  delivery(delivery: DeliveryDraft): void {
    this.#writes.push({
      op: 'insert',
      table: 'deliveries',
      row: {
        ...delivery,
        status: 'pending',
        due_at: delivery.due_at ?? delivery.created_at,
        faults: delivery.faults ?? null,
        attempts: 0,
        locked_until: 0,
        settled_at: null,
      },
    })
  }
}

/** Digits are a number's own until it is gone. One that moves between accounts is there twice while it does. */
function uniqueDigits({ id, digits, status, migrates_from }: PhoneNumber): string {
  if (status === 'DELETED' || status === 'MIGRATED') return `gone/${id}`
  return migrates_from === undefined ? digits : `moved/${id}`
}
