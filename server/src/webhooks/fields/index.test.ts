import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WEBHOOK_FIELDS } from '../../domain/webhook-fields.ts'
import { fields } from './index.ts'

test('the list is the folder, sorted, and every field can be subscribed to', () => {
  const files = readdirSync(import.meta.dirname)
    .filter(name => !name.includes('.test.') && name !== 'index.ts')
    .map(name => name.replace('.ts', ''))
    .sort()
  const names = fields.map(({ name }) => name)
  expect(names).toEqual(files)
  expect(WEBHOOK_FIELDS).toEqual(expect.arrayContaining(names))
})

test('every event has one field at most', () => {
  const events = fields.flatMap(field => field.events)
  expect(new Set(events).size).toBe(events.length)
})
