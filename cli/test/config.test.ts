import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { SETTING_NAMES, SETTINGS, variableOf } from '../src/settings.ts'

test('nothing given is nothing decided', () => {
  expect(readConfig({}, {})).toEqual({})
})

test('flags win over variables, and an empty variable is none', () => {
  const env = { LANDLINE_PORT: '4500', LANDLINE_APP_ID: '123456', LANDLINE_HOST: '' }
  expect(readConfig({ port: '0' }, env)).toEqual({ port: 0, appId: '123456' })
})

test('every setting reaches the options by its variable', () => {
  const written: Record<string, string> = {}
  for (const name of SETTING_NAMES) {
    if (name === 'memory') continue
    const { kind } = SETTINGS[name]
    const samples: Record<string, string> = {
      yes: 'yes',
      port: '1',
      count: '5',
      duration: '1h',
      instant: '2026-01-01',
      list: 'a, b',
    }
    written[variableOf(name)] = typeof kind === 'string' ? (samples[kind] ?? name) : kind[0]
  }
  written.LANDLINE_WEBHOOK = 'http://127.0.0.1:3000/'
  expect(readConfig({}, written)).toEqual({
    port: 1,
    host: 'host',
    data: 'data',
    databaseUrl: 'databaseUrl',
    seed: 'seed',
    world: 'world',
    webhook: { url: 'http://127.0.0.1:3000/', verifyToken: 'verifyToken', fields: ['a', 'b'] },
    accessToken: 'accessToken',
    appId: 'appId',
    appSecret: 'appSecret',
    businessId: 'businessId',
    wabaId: 'wabaId',
    phoneNumberId: 'phoneNumberId',
    verifyToken: 'verifyToken',
    customer: 'customer',
    controlSecret: 'controlSecret',
    allowPrivateAddresses: true,
    logLevel: 'silent',
    retryProfile: 'meta',
    clock: { frozenAt: Date.UTC(2026, 0, 1) },
    randomSeed: 'randomSeed',
    retention: { age: 3_600_000, rows: 5 },
  })
})

test('the webhook has a second variable, which is named when it cannot be read', () => {
  const url = 'http://127.0.0.1:3000/'
  expect(readConfig({}, { LANDLINE_WEBHOOK_URL: url })).toEqual({ webhook: { url } })
  expect(readConfig({}, { LANDLINE_WEBHOOK_URL: 'x', LANDLINE_WEBHOOK: url })).toEqual({ webhook: { url } })
  expect(() => readConfig({}, { LANDLINE_WEBHOOK_URL: 'x' })).toThrow(/^LANDLINE_WEBHOOK_URL is "x"/)
})

test('a flag about the place of data overrules variables about it', () => {
  expect(readConfig({ memory: true }, { LANDLINE_DATA: 'folder' })).toEqual({ memory: true })
  expect(readConfig({ data: 'folder' }, { LANDLINE_MEMORY: '1' })).toEqual({ data: 'folder' })
  expect(() => readConfig({ memory: true, data: 'folder' }, {})).toThrow(/does not go with --data/)
})

test.each([
  [{ port: '70000' }, {}, '--port is "70000". Give a port between 0 and 65535; 0 is any that is free.'],
  [{}, { LANDLINE_PORT: 'x' }, 'LANDLINE_PORT is "x". Give a port'],
  [{ logLevel: 'loud' }, {}, '--log-level is "loud". Give one of silent, error, warn, info, debug.'],
  [{ frozenAt: 'soon' }, {}, '--frozen-at is "soon". Give an instant'],
  [{ webhook: 'nowhere' }, {}, '--webhook is "nowhere", which is no URL.'],
  [{ webhookFields: 'messages' }, {}, '--webhook-fields needs --webhook'],
  [{}, { LANDLINE_MEMORY: 'perhaps' }, 'LANDLINE_MEMORY is "perhaps". Give true or false.'],
])('%o %o is refused with its name', (flags, env, sentence) => {
  expect(() => readConfig(flags, env)).toThrow(sentence)
})
