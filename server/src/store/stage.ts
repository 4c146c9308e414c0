import type { Assignment, AuthorizationCode, CreditAllocation, CreditLine, Schedule } from '../domain/accounts/model.ts'
import type {
  Account,
  App,
  Business,
  CachedLink,
  Customer,
  Media,
  PhoneNumber,
  Reached,
  SubscribedApp,
  Template,
  Token,
  UploadSession,
  User,
} from '../domain/model.ts'
import type { Rulebook } from '../domain/rules/rulebook.ts'
import { conversationStage, messageStage } from './messages.ts'
import type { World } from './read.ts'
import { recordStage } from './records.ts'
import type { TableName } from './schema.ts'
import type { Row, Write } from './write.ts'

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

/** Everything a unit of work can stage. Nothing happens before the unit is committed. */
export function makeStage(writes: Write[]) {
  const node = (id: string, kind: string, owner: string | null): void =>
    void writes.push({ op: 'insert', table: 'nodes', row: { id, kind, owner } })
  const lazy = <T>(make: () => T): (() => T) => {
    let made: T | undefined
    return () => (made ??= make())
  }
  const messages = lazy(() => messageStage(writes))
  const conversations = lazy(() => conversationStage(writes))
  return {
    node,
    dropNode: (id: string): void => void writes.push({ op: 'delete', table: 'nodes', id }),
    get world() {
      return recordStage<World>(writes, 'world')
    },
    get businesses() {
      return recordStage<Business>(writes, 'businesses')
    },
    get apps() {
      return recordStage<App>(writes, 'apps')
    },
    get users() {
      return recordStage<User>(writes, 'users', user => ({ business_id: user.business_id }))
    },
    get tokens() {
      return recordStage<Token>(writes, 'tokens', token => ({
        expires_at: token.expires_at || null,
        user_id: token.user_id,
      }))
    },
    get authorizationCodes() {
      return recordStage<AuthorizationCode>(writes, 'authorization_codes')
    },
    get accounts() {
      return recordStage<Account>(writes, 'accounts', account => ({ business_id: account.business_id }))
    },
    get assignments() {
      return recordStage<Assignment>(writes, 'assignments', ({ account_id, user_id }) => ({ account_id, user_id }))
    },
    get schedules() {
      return recordStage<Schedule>(writes, 'schedules', ({ account_id }) => ({ account_id }))
    },
    get creditLines() {
      return recordStage<CreditLine>(writes, 'credit_lines', ({ business_id }) => ({ business_id }))
    },
    get creditAllocations() {
      return recordStage<CreditAllocation>(writes, 'credit_allocations', ({ credit_id, receiving_business_id }) => ({
        credit_id,
        receiving_business_id,
      }))
    },
    get numbers() {
      return recordStage<PhoneNumber>(writes, 'phone_numbers', number => ({
        account_id: number.account_id,
        digits: number.digits,
      }))
    },
    get subscribedApps() {
      return recordStage<SubscribedApp>(writes, 'subscribed_apps', ({ account_id, app_id }) => ({ account_id, app_id }))
    },
    get templates() {
      return recordStage<Template>(writes, 'templates', ({ account_id, name, language, status }) => ({
        account_id,
        name,
        language,
        unique_name: status === 'DELETED' ? null : `${account_id}/${name}/${language}`,
      }))
    },
    get media() {
      return recordStage<Media>(writes, 'media', ({ phone_number_id, expires_at }) => ({ phone_number_id, expires_at }))
    },
    get uploads() {
      return recordStage<UploadSession>(writes, 'uploads', ({ expires_at }) => ({ expires_at }))
    },
    get links() {
      return recordStage<CachedLink>(writes, 'links')
    },
    get customers() {
      return recordStage<Customer>(writes, 'customers')
    },
    get reached() {
      return recordStage<Reached>(writes, 'reached', ({ business_id, at }) => ({ business_id, at }))
    },
    get rulebook() {
      return recordStage<Rulebook>(writes, 'rulebook')
    },
    get messages() {
      return messages()
    },
    get conversations() {
      return conversations()
    },
    job: (job: JobDraft): void =>
      void writes.push({
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
      }),
    /** Raw rows, for the hot tables of one engine. */
    insert: (table: TableName, row: Row): void => void writes.push({ op: 'insert', table, row }),
    update: (table: TableName, row: Row): void => void writes.push({ op: 'update', table, row }),
    remove: (table: TableName, id: string): void => void writes.push({ op: 'delete', table, id }),
    dropEvent: (id: string): void => void writes.push({ op: 'delete', table: 'events', id }),
    clear: (table: TableName): void => void writes.push({ op: 'clear', table }),
    dropJob: (id: string): void => void writes.push({ op: 'delete', table: 'jobs', id }),
    delivery: (delivery: DeliveryDraft): void =>
      void writes.push({
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
      }),
  }
}

export type Stage = ReturnType<typeof makeStage>
