import { IMPLICIT_TAKE } from '../domain/messaging/thread.ts'
import { takeThread } from '../store/thread-step.ts'
import { job } from './job.ts'

/** A message of the escalation partner took a thread over. A send changes no records, so a job does. */
export const takeThreadBySend = job<{ phone_number_id: string; customer_id: string; app_id: string }>({
  name: 'take-thread',
  async run({ phone_number_id, customer_id, app_id }, unit) {
    const number = await unit.read.numbers.find(phone_number_id)
    if (number) await takeThread(unit, number, customer_id, app_id, IMPLICIT_TAKE)
  },
})
