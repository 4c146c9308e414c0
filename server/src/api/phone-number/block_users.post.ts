import { z } from 'zod'
import { BlockFailed, BlockListFull } from '../../domain/catalogue.ts'
import { blockId, blockRefusal, MAX_BLOCKED } from '../../domain/numbers/block.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation, RefusedButKept } from '../../graph/operation.ts'
import { BlockList, Done, forEachUser } from './block-list.ts'
import { PhoneNumberNode } from './node.ts'

export const blockUsers = operation({
  on: PhoneNumberNode,
  edge: 'block_users',
  method: 'POST',
  name: 'blockUsers',
  summary: 'Block customers who wrote in the last 24 hours: nothing goes to them, and nothing comes from them.',
  docs: 'block-users',
  access: ['whatsapp_business_messaging'],
  params: BlockList,
  returns: z.object({
    messaging_product: z.literal('whatsapp'),
    block_users: z.object({ added_users: z.array(Done) }),
  }),
  refusals: [BlockFailed('block', {}), BlockListFull],
}).run(async ({ node: number, params, read, stage, now, record }) => {
  const fresh = new Set<string>()
  const businesses = new Set((await read.numbers.all()).map(({ digits }) => digits))
  const { done, failed } = await forEachUser(params.block_users, number, read, async customerId => {
    const id = blockId(number.id, customerId)
    if (fresh.has(id) || (number.has_blocks && (await read.blocks.find(id)))) return undefined
    const lastReceivedAt = (await read.conversations.find(number.id, customerId))?.last_received_at ?? 0
    const refusal = blockRefusal({ isBusiness: businesses.has(customerId), lastReceivedAt }, now)
    if (refusal) return refusal
    fresh.add(id)
    stage.blocks.add({ id, phone_number_id: number.id, customer_id: customerId, blocked_at: now })
    const scene = { at: now, account_id: number.account_id, phone_number_id: number.id, customer_id: customerId }
    record({ type: 'customer.blocked_by_business', ...scene })
    return undefined
  })
  if (fresh.size > 0 && (await read.blocks.count(number.id)) + fresh.size > MAX_BLOCKED) {
    throw new Refused(BlockListFull)
  }
  if (fresh.size > 0 && !number.has_blocks) stage.numbers.change({ ...number, has_blocks: true })
  const messaging_product = 'whatsapp' as const
  if (failed.length === 0) return { messaging_product, block_users: { added_users: done } }
  const block_users = { added_users: done, failed_users: failed }
  return new RefusedButKept(BlockFailed('block', { messaging_product, block_users }))
})
