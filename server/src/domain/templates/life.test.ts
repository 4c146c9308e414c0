import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '../time.ts'
import { CAN } from './can.ts'
import { DOCUMENTED } from './documented-life.test-util.ts'
import { editDraft } from './draft.ts'
import { canMove, LIFE, type Move, moveTemplate } from './life.ts'
import type { Template, TemplateStatus } from './model.ts'
import { editedTemplate } from './normalise.ts'
import { rescored, unpaused } from './quality.ts'
import { body, sample } from './samples-for-tests.ts'

const STATUSES = Object.keys(CAN) as TemplateStatus[]
const MOVES = Object.keys(LIFE) as Move[]
const NOW = 1000 * DAY

test('the table has just the changes that are documented', () => {
  const reached = (from: TemplateStatus) =>
    MOVES.filter(move => (LIFE[move].from as readonly TemplateStatus[]).includes(from)).flatMap(move => {
      const { to } = LIFE[move]
      return to === 'before' ? (LIFE.archive.from as readonly TemplateStatus[]) : [to as TemplateStatus]
    })
  for (const from of STATUSES) expect([...new Set(reached(from))].sort(), from).toEqual(DOCUMENTED[from].toSorted())
})

test('what can be deleted or edited is the same in both tables', () => {
  const can = (what: 'delete' | 'edit') =>
    STATUSES.filter(status => (what === 'delete' ? CAN[status].delete : CAN[status].edit !== 'never')).sort()
  expect([...LIFE.delete.from].sort()).toEqual(can('delete'))
  expect([...LIFE.edit.from].sort()).toEqual(can('edit'))
})

test('a move that is none of the status is an error', () => {
  expect(() => moveTemplate(sample([], { status: 'DELETED' }), 'approve', NOW)).toThrow('DELETED cannot approve')
})

test('the archive gives back what it took: status, reason and pause', () => {
  for (const changes of [
    { status: 'REJECTED', rejected_reason: 'SCAM' },
    { status: 'PAUSED', pause: { by: 'quality', at: NOW, until: NOW + HOUR } },
    { status: 'DISABLED' },
  ] as Partial<Template>[]) {
    const template = sample([], changes)
    const archived = moveTemplate(template, 'archive', NOW).changed
    const { changed, event } = moveTemplate(archived, 'unarchive', NOW + DAY)
    expect({ ...changed, updated_at: 0 }).toEqual({ ...template, updated_at: 0 })
    expect(event.status).toBe('UNARCHIVED')
  }
})

/** A step that the server may take, whatever the template is; nothing when it is not the time for it. */
const step = fc.oneof(
  fc.constantFrom(...MOVES).map(move => (template: Template, now: number) => {
    if (!canMove(template, move)) return template
    if (move === 'edit')
      return editedTemplate(template, editDraft(template, { components: [body('Other words.')] }), now)
    return move === 'unpause' ? unpaused(template, now).changed : moveTemplate(template, move, now).changed
  }),
  fc
    .constantFrom('GREEN' as const, 'YELLOW' as const, 'RED' as const)
    .map(quality => (template: Template, now: number) => {
      return template.status === 'APPROVED' ? rescored(template, quality, now).changed : template
    }),
)

test('whatever happens, in whatever order and whenever, only documented changes are made', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 40 * DAY })), { maxLength: 60 }), steps => {
      let template = sample([body('Your order is here.')], { status: 'PENDING', category: 'UTILITY' })
      let now = NOW
      for (const [take, later] of steps) {
        now += later
        const next = take(template, now)
        if (next !== template) expect(DOCUMENTED[template.status]).toContain(next.status)
        // What belongs to a status is there with it, and gone without it.
        if (next.status !== 'PAUSED' && next.status !== 'ARCHIVED') expect(next).not.toHaveProperty('pause')
        expect((next.pauses ?? 0) <= 2).toBe(true)
        if (next.status === 'REJECTED' && template.status !== 'ARCHIVED') expect(next.quality).toBeDefined()
        template = next
      }
    }),
    { numRuns: 300 },
  )
})
