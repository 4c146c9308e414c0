import type { Generated } from 'kysely'

/** A cold record: an aggregate kept as JSON, with a version and the columns it is looked up by. */
interface RecordTable {
  id: string
  version: number
  body: string
}

interface TrafficTable {
  id: string
  account_id: string
  phone_number_id: string
  /** Of the customer, ISO 3166. */
  country: string
  /** What is charged by; `received` for messages from customers. */
  category: string
  /** Empty for messages from customers. */
  pricing_type: string
  /** `0:MAX`; empty for what costs nothing. */
  tier: string
  sent: number
  delivered: number
  cost: number
}

export interface Schema {
  world: RecordTable
  nodes: { id: string; kind: string; owner: string | null }
  businesses: RecordTable
  apps: RecordTable
  users: RecordTable & { business_id: string }
  tokens: RecordTable & { expires_at: number | null; user_id: string }
  authorization_codes: RecordTable
  accounts: RecordTable & { business_id: string }
  assignments: RecordTable & { account_id: string; user_id: string }
  schedules: RecordTable & { account_id: string }
  credit_lines: RecordTable & { business_id: string }
  credit_allocations: RecordTable & { credit_id: string; receiving_business_id: string }
  subscribed_apps: RecordTable & { account_id: string; app_id: string }
  phone_numbers: RecordTable & { account_id: string; digits: string }
  code_messages: RecordTable & { recipient: string }
  blocks: RecordTable & { phone_number_id: string }
  threads: RecordTable & { phone_number_id: string }
  message_links: RecordTable & { phone_number_id: string }
  preverified_numbers: RecordTable & { business_id: string; digits: string }
  templates: RecordTable & { account_id: string; name: string; language: string; unique_name: string | null }
  template_groups: RecordTable & { account_id: string }
  feedback: { id: string; subject: string; at: number; kind: string; n: number; reason: string | null }
  media: RecordTable & { phone_number_id: string; expires_at: number }
  uploads: RecordTable & { expires_at: number }
  links: RecordTable
  customers: RecordTable
  reached: RecordTable & { business_id: string; at: number }
  rulebook: RecordTable
  conversations: {
    id: string
    phone_number_id: string
    customer_id: string
    last_received_at: number
    free_entry_until: number
    free_entry_answer_by: number
    phone_seen_at: number
    last_at: number
    unread: number
  }
  messages: {
    id: string
    phone_number_id: string
    customer_id: string
    direction: 'sent' | 'received'
    at: number
    type: string
    status: string
    shown: number
    body: string
  }
  /** Messages of half an hour that are alike; `cost` in millionths of the currency's unit. */
  half_hours: TrafficTable & {
    /** Half hours since 1970. */
    slot: number
  }
  /** Messages of a day that are alike. */
  days: TrafficTable & {
    /** Days since 1970, by the calendar that the account had then. */
    day: number
    utc_day: number
    /** Empty for messages without a template. */
    template_id: string
    /** Read by the customer. */
    opened: number
  }
  /** Taps on buttons of templates, one row each. */
  clicks: {
    id: string
    account_id: string
    template_id: string
    at: number
    day: number
    utc_day: number
    phone_number_id: string
    customer_id: string
    button: string
    content: string
  }
  events: {
    seq: Generated<number>
    id: string
    at: number
    type: string
    account_id: string | null
    phone_number_id: string | null
    customer_id: string | null
    body: string
  }
  jobs: {
    id: string
    name: string
    due_at: number
    attempts: number
    /** Real time, and which node has it in hand: only where nodes share the database. */
    locked_until: number
    locked_by?: string | null
    subject: string | null
    payload: string
  }
  deliveries: {
    id: string
    app_id: string
    account_id: string
    field: string
    url: string
    conversation: string
    status: string
    due_at: number
    attempts: number
    locked_until: number
    locked_by?: string | null
    created_at: number
    settled_at: number | null
    faults: string | null
    body: string
  }
  attempts: {
    id: string
    delivery_id: string
    at: number
    outcome: string
    http_status: number | null
    duration: number
    detail: string
  }
  counters: { id: string; value: number }
}

export type TableName = keyof Schema
