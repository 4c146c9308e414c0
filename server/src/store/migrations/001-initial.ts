import type { Dialect } from './index.ts'

const record = (table: string, columns = '') =>
  `CREATE TABLE ${table} (id TEXT PRIMARY KEY, version BIGINT NOT NULL, body TEXT NOT NULL${columns && `, ${columns}`})`

export const initial = (dialect: Dialect): string[] => [
  record('world'),
  'CREATE TABLE nodes (id TEXT PRIMARY KEY, kind TEXT NOT NULL, owner TEXT)',
  record('businesses'),
  record('apps'),
  record('users', 'business_id TEXT NOT NULL'),
  record('tokens', 'expires_at BIGINT'),
  record('accounts', 'business_id TEXT NOT NULL'),
  'CREATE INDEX accounts_business ON accounts (business_id, id)',
  record('subscribed_apps', 'account_id TEXT NOT NULL, app_id TEXT NOT NULL'),
  'CREATE INDEX subscribed_apps_account ON subscribed_apps (account_id, id)',
  record('phone_numbers', 'account_id TEXT NOT NULL, digits TEXT NOT NULL'),
  'CREATE INDEX phone_numbers_account ON phone_numbers (account_id, id)',
  'CREATE UNIQUE INDEX phone_numbers_digits ON phone_numbers (digits)',
  // unique_name is "<account>/<name>/<language>" while the template lives and NULL once it is deleted.
  record('templates', 'account_id TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, unique_name TEXT'),
  'CREATE INDEX templates_account ON templates (account_id, name, id)',
  'CREATE UNIQUE INDEX templates_unique_name ON templates (unique_name)',
  record('media', 'phone_number_id TEXT NOT NULL, expires_at BIGINT NOT NULL'),
  'CREATE INDEX media_expiry ON media (expires_at)',
  record('customers'),
  `CREATE TABLE conversations (id TEXT PRIMARY KEY, phone_number_id TEXT NOT NULL, customer_id TEXT NOT NULL,
    last_received_at BIGINT NOT NULL, free_entry_until BIGINT NOT NULL, free_entry_answer_by BIGINT NOT NULL,
    phone_seen_at BIGINT NOT NULL, last_at BIGINT NOT NULL, unread BIGINT NOT NULL)`,
  'CREATE INDEX conversations_customer ON conversations (customer_id)',
  // Message keys rise with time, so inserts append. The chat index holds only what a phone shows: a send does not pay for it.
  `CREATE TABLE messages (id TEXT PRIMARY KEY, phone_number_id TEXT NOT NULL, customer_id TEXT NOT NULL, direction TEXT NOT NULL,
    at BIGINT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, shown BIGINT NOT NULL, body TEXT NOT NULL)`,
  'CREATE INDEX messages_chat ON messages (customer_id, phone_number_id, id) WHERE shown = 1',
  // Waiting for a phone to come back: short as long as phones are reachable.
  `CREATE INDEX messages_undelivered ON messages (customer_id, id) WHERE status = 'sent' AND shown = 0`,
  `CREATE TABLE events (seq ${dialect.serial}, id TEXT NOT NULL, at BIGINT NOT NULL, type TEXT NOT NULL, account_id TEXT,
    phone_number_id TEXT, customer_id TEXT, body TEXT NOT NULL)`,
  'CREATE INDEX events_id ON events (id)',
  `CREATE TABLE jobs (id TEXT PRIMARY KEY, name TEXT NOT NULL, due_at BIGINT NOT NULL, attempts BIGINT NOT NULL,
    locked_until BIGINT NOT NULL, subject TEXT, payload TEXT NOT NULL)`,
  'CREATE INDEX jobs_due ON jobs (due_at, id)',
  `CREATE TABLE deliveries (id TEXT PRIMARY KEY, app_id TEXT NOT NULL, account_id TEXT NOT NULL, field TEXT NOT NULL, url TEXT NOT NULL,
    conversation TEXT NOT NULL, status TEXT NOT NULL, due_at BIGINT NOT NULL, attempts BIGINT NOT NULL, locked_until BIGINT NOT NULL,
    created_at BIGINT NOT NULL, settled_at BIGINT, faults TEXT, body TEXT NOT NULL)`,
  `CREATE INDEX deliveries_due ON deliveries (due_at, id) WHERE status = 'pending'`,
  `CREATE TABLE attempts (id TEXT PRIMARY KEY, delivery_id TEXT NOT NULL, at BIGINT NOT NULL, outcome TEXT NOT NULL,
    http_status BIGINT, duration DOUBLE PRECISION NOT NULL, detail TEXT NOT NULL)`,
  'CREATE INDEX attempts_delivery ON attempts (delivery_id)',
  'CREATE TABLE counters (id TEXT PRIMARY KEY, value DOUBLE PRECISION NOT NULL)',
]
