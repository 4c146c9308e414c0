import { deliverWaiting as deliver } from '../network/deliver-waiting.ts'
import { job } from './job.ts'

/** A phone that came back had more waiting for it than goes into one unit. */
export const deliverWaiting = job<{ customer_id: string; after: string }>({
  name: 'deliver-waiting',
  async run({ customer_id, after }, unit) {
    const customer = await unit.read.customers.find(customer_id)
    if (customer?.online) await deliver(unit, customer, after)
  },
})
