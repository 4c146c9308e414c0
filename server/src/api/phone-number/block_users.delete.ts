import { z } from 'zod'
import { BlockFailed } from '../../domain/catalogue.ts'
import { blockId } from '../../domain/numbers/block.ts'
import { operation, RefusedButKept } from '../../graph/operation.ts'
import { BlockList, Done, forEachUser } from './block-list.ts'
import { PhoneNumberNode } from './node.ts'

export const unblockUsers = operation({
  on: PhoneNumberNode,
  edge: 'block_users',
  method: 'DELETE',
  name: 'unblockUsers',
  summary: 'Take customers off the block list.',
  docs: 'block-users',
  access: ['whatsapp_business_messaging'],
  params: BlockList,
  returns: z.object({
    messaging_product: z.literal('whatsapp'),
    block_users: z.object({ removed_users: z.array(Done) }),
  }),
  refusals: [BlockFailed('unblock', {})],
}).run(async ({ node: number, params, read, stage, now, record }) => {
  const { done, failed } = await forEachUser(params.block_users, number, read, async customerId => {
    const id = blockId(number.id, customerId)
    if (!(await read.blocks.find(id))) return undefined
    stage.blocks.remove(id)
    const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customerId }
    record({ type: 'customer.unblocked_by_business', ...scene })
    return undefined
  })
  const messaging_product = 'whatsapp' as const
  if (failed.length === 0) return { messaging_product, block_users: { removed_users: done } }
  const block_users = { removed_users: done, failed_users: failed }
  return new RefusedButKept(BlockFailed('unblock', { messaging_product, block_users }))
})
