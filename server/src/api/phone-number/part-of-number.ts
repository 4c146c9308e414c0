import type { PhoneNumber } from '../../domain/numbers/model.ts'
import type { Read } from '../../store/read.ts'

/** For nodes with an id of their own that are kept in a number: its id in `nodes` names the number as its owner. */
export const partOfNumber = {
  access: ['whatsapp_business_management', 'whatsapp_business_messaging'] as const,
  async load(read: Read, id: string) {
    const owner = (await read.nodes.find(id))?.owner
    return owner ? read.numbers.find(owner) : undefined
  },
  owner: (number: PhoneNumber) => ({ account_id: number.account_id }),
}
