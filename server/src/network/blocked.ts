import { blockId } from '../domain/numbers/block.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Unit } from '../store/store.ts'

/** Whether a number has blocked a customer. Costs nothing while it has blocked nobody. */
export const isBlocked = async (
  { read }: Pick<Unit, 'read'>,
  number: PhoneNumber,
  customerId: string,
): Promise<boolean> =>
  number.has_blocks === true && (await read.blocks.find(blockId(number.id, customerId))) !== undefined
