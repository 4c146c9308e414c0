import type { Message } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { FeedbackKind } from '../domain/quality.ts'
import type { Unit } from '../store/store.ts'

/**
 * Counts what a customer did with messages of a number and of their templates, and has the scores looked at again
 * where that can change them: praise makes a good score no better.
 */
export async function takeFeedback(
  unit: Unit,
  number: PhoneNumber,
  kind: FeedbackKind,
  messages: readonly Message[],
  reason?: string,
): Promise<void> {
  const { read } = unit
  count(unit, number.id, kind, Math.max(messages.length, 1), reason)
  if (kind !== 'read' || number.quality_rating !== 'GREEN') {
    schedule(unit, 'score-number', number.id, { phone_number_id: number.id })
  }
  const perTemplate = Map.groupBy(
    messages.flatMap(({ template }) => template?.id ?? []),
    id => id,
  )
  for (const [id, { length }] of perTemplate) {
    count(unit, id, kind, length, reason)
    const template = kind === 'read' ? await read.templates.find(id) : undefined
    if (template?.quality !== 'GREEN') schedule(unit, 'score-template', id, { template_id: id })
  }
}

function count({ stage, ids, now }: Unit, subject: string, kind: FeedbackKind, n: number, reason?: string): void {
  stage.feedback({ id: ids.key(), subject, at: now, kind, n, ...(reason === undefined ? {} : { reason }) })
}

const schedule = ({ stage, ids, now }: Unit, name: string, subject: string, payload: object): void =>
  stage.job({ id: ids.key(), name, due_at: now, subject, payload })
