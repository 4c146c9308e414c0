import { expect, test } from 'vitest'
import { firstRefusal } from '../messaging/check.ts'
import { DAY } from '../time.ts'
import { type EditInput, editDraft } from './draft.ts'
import { editChecks } from './edit-checks.ts'
import type { Template } from './model.ts'
import { editedTemplate } from './normalise.ts'
import { CategoryFixed, LeadingOrTrailing, StatusCannotChange, TtlOutOfRange } from './refusals.ts'
import { body, sample } from './samples-for-tests.ts'

const NOW = 100 * DAY
const judge = (template: Template, input: EditInput) =>
  firstRefusal(editChecks, editDraft(template, input), template, NOW)
const approved = sample([body('Your order is here.')])
const rejected = sample([body('Your order is here.')], { status: 'REJECTED', rejected_reason: 'SCAM' })
const other = { components: [body('Something else.')] }

test('an approved template is edited once a day, one in review not at all', () => {
  expect(judge(approved, other)).toBeUndefined()
  expect(judge({ ...approved, edits: [NOW - DAY + 1] }, other)).toBe(StatusCannotChange)
  expect(judge({ ...approved, status: 'PENDING' }, other)).toBe(StatusCannotChange)
})

test('the category of an approved template stays', () => {
  expect(judge(approved, { category: 'UTILITY' })).toBe(CategoryFixed)
  expect(judge(approved, { ...other, category: 'MARKETING' })).toBeUndefined()
  expect(judge(rejected, { category: 'UTILITY' })).toBeUndefined()
  expect(judge(rejected, { category: 'AUTHENTICATION' })?.name).toBe('ComponentsInvalid')
})

test('new components are judged as those of a new template', () => {
  expect(judge(approved, { components: [body('{{1}} is at the start')] })).toBe(LeadingOrTrailing)
  expect(judge(approved, { message_send_ttl_seconds: 1 })).toEqual(TtlOutOfRange('MARKETING', 43_200, 2_592_000))
})

test('an edit goes to review again, and counts when the template was approved', () => {
  const edited = editedTemplate(approved, editDraft(approved, other), NOW)
  expect(edited).toMatchObject({ status: 'PENDING', components: other.components, edits: [NOW], updated_at: NOW })
  const again = editedTemplate(rejected, editDraft(rejected, other), NOW)
  expect(again).toMatchObject({ status: 'PENDING', rejected_reason: 'NONE', edits: [] })
})

test('another category forgets the lifetime that was chosen', () => {
  const limited = { ...rejected, message_send_ttl_seconds: 50_000 }
  expect(editedTemplate(limited, editDraft(limited, other), NOW).message_send_ttl_seconds).toBe(50_000)
  const changed = editedTemplate(limited, editDraft(limited, { category: 'UTILITY' }), NOW)
  expect(changed).not.toHaveProperty('message_send_ttl_seconds')
})
