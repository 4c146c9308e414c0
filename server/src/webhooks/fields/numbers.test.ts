import { expect, test } from 'vitest'
import { DEFAULT_CALLING } from '../../domain/numbers/calling-settings.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { officialAlert } from '../../domain/numbers/official-account.ts'
import type { Event } from '../../events/event.ts'
import { accountAlerts } from './account_alerts.ts'
import { accountSettingsUpdate } from './account_settings_update.ts'
import { phoneNumberNameUpdate } from './phone_number_name_update.ts'
import { security } from './security.ts'

const at = Date.UTC(2026, 10, 24, 9)
const scene = { at, account_id: '102290129340398', phone_number_id: '106540352242922' }
const facts = { version: 'v25.0', number: { digits: '15550783881' } as PhoneNumber }

/** As text, so that the order of the members counts. */
const written = (value: object | undefined): string => JSON.stringify(value)

test('a decision over a name is told as in the sample', () => {
  const event: Event = {
    type: 'number.name_reviewed',
    ...scene,
    decision: 'APPROVED',
    requested_verified_name: 'Lucky Shrub',
    rejection_reason: null,
  }
  expect(written(phoneNumberNameUpdate.value(event, facts))).toBe(
    '{"display_phone_number":"15550783881","decision":"APPROVED","requested_verified_name":"Lucky Shrub","rejection_reason":null}',
  )
})

test('who asked is named for a reset only', () => {
  const event = (name: 'PIN_CHANGED' | 'PIN_RESET_REQUEST', requester?: string): Event => ({
    type: 'number.pin_event',
    ...scene,
    event: name,
    ...(requester ? { requester } : {}),
  })
  expect(written(security.value(event('PIN_CHANGED'), facts))).toBe(
    '{"display_phone_number":"15550783881","event":"PIN_CHANGED"}',
  )
  expect(written(security.value(event('PIN_RESET_REQUEST', '506914307656634'), facts))).toBe(
    '{"display_phone_number":"15550783881","event":"PIN_RESET_REQUEST","requester":"506914307656634"}',
  )
})

test('settings are told as the settings edge has them, with the instant as text', () => {
  const event: Event = { type: 'number.calling_changed', ...scene, calling: DEFAULT_CALLING }
  expect(written(accountSettingsUpdate.value(event, facts))).toBe(
    `{"messaging_product":"whatsapp","timestamp":"${at / 1000}","type":"phone_number_settings","phone_number_settings":` +
      '{"phone_number_id":"106540352242922","calling":{"status":"DISABLED","call_icon_visibility":"DEFAULT","callback_permission_status":"DISABLED"}}}',
  )
})

test('a rejected official account is an alert about the number', () => {
  const message = 'Not yet.'
  const alert = officialAlert(scene.phone_number_id, 'REJECTED', message)
  const event: Event = { type: 'account.alerted', ...scene, alert }
  expect(written(accountAlerts.value(event, facts))).toBe(
    '{"entity_type":"PHONE_NUMBER","entity_id":"106540352242922","alert_info":{"alert_severity":"INFORMATIONAL",' +
      '"alert_status":"NONE","alert_type":"OBA_REJECTED","alert_description":"Not yet."}}',
  )
})

test('a number that is gone is told of by nobody', () => {
  const event: Event = { type: 'number.pin_event', ...scene, event: 'PIN_CHANGED' }
  expect(security.value(event, { version: 'v25.0' })).toBeUndefined()
})
