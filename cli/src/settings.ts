/** How the text of a flag or a variable is read. */
type SettingKind = 'text' | 'yes' | 'port' | 'count' | 'duration' | 'instant' | 'list' | readonly string[]

export interface Setting {
  flag: string
  /** Of the flag's value in the help text; none when the flag alone says it. */
  value?: string
  kind: SettingKind
  help: string
}

/**
 * Everything that `landline start` can be told. Each has a flag and a LANDLINE_* variable of the same name, so that
 * a script may fix whichever it likes: `--app-id` is LANDLINE_APP_ID.
 */
export const SETTINGS = {
  port: {
    flag: 'port',
    value: 'number',
    kind: 'port',
    help: 'port to listen on, 0 for any that is free (default 4400)',
  },
  host: { flag: 'host', value: 'address', kind: 'text', help: 'address to listen on (default 127.0.0.1)' },
  memory: { flag: 'memory', kind: 'yes', help: 'keep nothing on disk' },
  data: { flag: 'data', value: 'folder', kind: 'text', help: 'data folder (default .landline)' },
  databaseUrl: {
    flag: 'database-url',
    value: 'url',
    kind: 'text',
    help: 'PostgreSQL instead of the embedded database',
  },
  seed: { flag: 'seed', value: 'file', kind: 'text', help: 'JSON or YAML file with the first world' },
  world: { flag: 'world', value: 'file', kind: 'text', help: 'world file to begin with when the data folder is new' },
  webhook: {
    flag: 'webhook',
    value: 'url',
    kind: 'text',
    help: 'subscribe this callback to everything, handshake included',
  },
  webhookFields: {
    flag: 'webhook-fields',
    value: 'fields',
    kind: 'list',
    help: 'only these webhook fields, with commas between them',
  },
  verifyToken: { flag: 'verify-token', value: 'token', kind: 'text', help: 'verify token of the handshake' },
  accessToken: { flag: 'access-token', value: 'token', kind: 'text', help: 'access token for the Graph API' },
  appId: { flag: 'app-id', value: 'id', kind: 'text', help: 'id of the app' },
  appSecret: { flag: 'app-secret', value: 'secret', kind: 'text', help: 'secret of the app, which signs webhooks' },
  businessId: { flag: 'business-id', value: 'id', kind: 'text', help: 'id of the business portfolio' },
  wabaId: { flag: 'waba-id', value: 'id', kind: 'text', help: 'id of the first WhatsApp Business account' },
  phoneNumberId: { flag: 'phone-number-id', value: 'id', kind: 'text', help: 'id of the first business phone number' },
  customer: { flag: 'customer', value: 'number', kind: 'text', help: 'phone number of the first customer' },
  controlSecret: {
    flag: 'control-secret',
    value: 'secret',
    kind: 'text',
    help: 'secret that calls to /control must carry',
  },
  allowPrivateAddresses: {
    flag: 'allow-private-addresses',
    kind: 'yes',
    help: 'webhooks and media links may lead to private addresses',
  },
  logLevel: {
    flag: 'log-level',
    value: 'level',
    kind: ['silent', 'error', 'warn', 'info', 'debug'],
    help: 'how much is logged on standard error (default warn)',
  },
  retryProfile: {
    flag: 'retry-profile',
    value: 'name',
    kind: ['meta', 'instant'],
    help: 'how failed webhooks are tried again: as Meta does, or at once (default meta)',
  },
  frozenAt: {
    flag: 'frozen-at',
    value: 'instant',
    kind: 'instant',
    help: 'start with the clock frozen at this instant',
  },
  randomSeed: { flag: 'random-seed', value: 'text', kind: 'text', help: 'same text, same ids and outcomes' },
  retentionAge: {
    flag: 'retention-age',
    value: 'duration',
    kind: 'duration',
    help: 'how long events and deliveries are kept (default 30d)',
  },
  retentionRows: {
    flag: 'retention-rows',
    value: 'number',
    kind: 'count',
    help: 'how many events and deliveries are kept',
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof SETTINGS

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[]

/** Other names by which a variable is known, read when the first is not set. */
export const OTHER_VARIABLES: Partial<Record<SettingName, string>> = { webhook: 'LANDLINE_WEBHOOK_URL' }

export const variableOf = (name: SettingName): string =>
  `LANDLINE_${SETTINGS[name].flag.toUpperCase().replaceAll('-', '_')}`
