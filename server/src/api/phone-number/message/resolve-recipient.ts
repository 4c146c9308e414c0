import { GroupUnknown } from '../../../domain/catalogue.ts'
import type { Addressee } from '../../../domain/messaging/draft.ts'
import { waIdVariants } from '../../../domain/messaging/wa-id.ts'
import { Refused } from '../../../domain/refusals.ts'
import type { Read } from '../../../store/read.ts'

interface Resolved {
  /** The customer's own id; for somebody who is not on the network, what was written. */
  customerId: string
  contact: { input: string; wa_id?: string; user_id?: string }
}

/** Whom an address means. Numbers with two forms find the customer under either. */
export async function resolveRecipient(to: Addressee, read: Read): Promise<Resolved> {
  if (to.kind === 'group') throw new Refused(GroupUnknown)
  if (to.kind === 'user') {
    const known = await read.nodes.find(to.userId)
    return { customerId: known?.owner ?? to.userId, contact: { input: to.input, user_id: to.userId } }
  }
  for (const variant of waIdVariants(to.waId)) {
    if (await read.customers.find(variant)) return { customerId: variant, contact: { input: to.input, wa_id: variant } }
  }
  return { customerId: to.waId, contact: { input: to.input, wa_id: to.waId } }
}
