import type { Message } from '../../../domain/messaging/model.ts'
import { heldUntil, type Paced, pacingTake } from '../../../domain/templates/pacing.ts'
import type { Unit } from '../../../store/store.ts'

/**
 * Holds a message of a paced template back, where enough of them are out without a verdict. Returns whether it did;
 * otherwise the message is counted.
 */
export function hold(
  template: Paced,
  { take, stage, ids, exhausted, now }: Pick<Unit, 'take' | 'stage' | 'ids' | 'exhausted' | 'now'>,
  { key, wamid, customer_id }: Message,
): boolean {
  const { id: template_id } = template
  const until = heldUntil(template, exhausted, now)
  if (until === undefined) {
    const claim = pacingTake(template)
    if (claim) take(claim)
    return false
  }
  stage.job({ id: key, name: 'carry-held', due_at: until, subject: customer_id, payload: { wamid, template_id } })
  // A send changes no records, so what follows from the first that is held is a job.
  if (template.pacing?.until === undefined) {
    const payload = { template_id, until }
    stage.job({ id: ids.key(), name: 'hold-template', due_at: now, subject: template_id, payload })
  }
  return true
}
