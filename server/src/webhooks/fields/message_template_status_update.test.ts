import { expect, test } from 'vitest'
import type { EventOf } from '../../events/event.ts'
import { metaJson } from '../bytes.ts'
import { ACCOUNT, AT } from '../world.test-util.ts'
import { messageTemplateStatusUpdate } from './message_template_status_update.ts'

const changed = (more: Partial<EventOf<'template.status_changed'>> = {}): EventOf<'template.status_changed'> => ({
  type: 'template.status_changed',
  at: AT,
  account_id: ACCOUNT,
  template_id: '1689556908129832',
  name: 'order_confirmation',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  reason: 'NONE',
  ...more,
})
const told = (more: Partial<EventOf<'template.status_changed'>> = {}) =>
  JSON.parse(metaJson(messageTemplateStatusUpdate.value(changed(more), { version: 'v25.0' })))

test('an approval, with the id as an integer', () => {
  expect(JSON.stringify(told())).toBe(JSON.stringify(messageTemplateStatusUpdate.sample))
})

test('a rejection gives its reason', () => {
  expect(told({ status: 'REJECTED', reason: 'PROMOTIONAL' })).toMatchObject({
    event: 'REJECTED',
    reason: 'PROMOTIONAL',
  })
})

test('a pause has a title', () => {
  expect(told({ status: 'PAUSED', title: 'FIRST_PAUSE', description: 'Why.' })).toMatchObject({
    event: 'PAUSED',
    reason: 'NONE',
    other_info: { title: 'FIRST_PAUSE', description: 'Why.' },
  })
})

test('a template that is switched off tells since when', () => {
  expect(told({ status: 'DISABLED' })).toMatchObject({ disable_info: { disable_date: AT / 1000 } })
})

test('a deletion has no reason', () => {
  expect(told({ status: 'DELETED' })).toMatchObject({ event: 'DELETED', reason: null })
})
