import { expect, test } from 'vitest'
import { TemplateDisabled, TemplateMissing, TemplatePaused } from '../catalogue.ts'
import { DAY } from '../time.ts'
import { editsWith, templateDeletable, templateEditable, templateSendable } from './can.ts'
import type { TemplateStatus } from './model.ts'
import { StatusCannotChange } from './refusals.ts'
import { sample } from './samples-for-tests.ts'

const missing = TemplateMissing('sample', 'en_US')
test.each([
  ['APPROVED', undefined],
  ['PAUSED', TemplatePaused],
  ['DISABLED', TemplateDisabled],
  ['PENDING', missing],
  ['REJECTED', missing],
  ['IN_APPEAL', missing],
  ['PENDING_DELETION', missing],
  ['DELETED', missing],
] as [TemplateStatus, unknown][])('sending one that is %s', (status, refusal) => {
  expect(templateSendable(sample([], { status }), 'sample', 'en_US')).toEqual(refusal)
})

test('sending one that does not exist', () => {
  expect(templateSendable(undefined, 'sample', 'en_US')).toEqual(missing)
})

const NOW = 100 * DAY
const daysAgo = (...days: number[]) => days.map(day => NOW - day * DAY)
test.each([
  ['APPROVED', [], true],
  ['APPROVED', daysAgo(0.99), false],
  ['APPROVED', daysAgo(1), true],
  ['APPROVED', daysAgo(29, 28, 27, 26, 25, 24, 23, 22, 21), true],
  ['APPROVED', daysAgo(29, 28, 27, 26, 25, 24, 23, 22, 21, 20), false],
  ['APPROVED', daysAgo(30, 28, 27, 26, 25, 24, 23, 22, 21, 20), true],
  ['REJECTED', daysAgo(0), true],
  ['PAUSED', daysAgo(0), true],
  ['PENDING', [], false],
  ['DISABLED', [], false],
  ['IN_APPEAL', [], false],
] as [TemplateStatus, number[], boolean][])('editing one that is %s with edits at %j', (status, edits, allowed) => {
  expect(templateEditable(sample([], { status, edits }), NOW)).toBe(allowed ? undefined : StatusCannotChange)
})

test('only the edits of the last 30 days are kept', () => {
  expect(editsWith(daysAgo(31, 30, 2), NOW)).toEqual(daysAgo(2, 0))
})

test('a disabled template stays', () => {
  expect(templateDeletable(sample([], { status: 'DISABLED' }))).toBe(StatusCannotChange)
  expect(templateDeletable(sample([], { status: 'PENDING' }))).toBeUndefined()
})
