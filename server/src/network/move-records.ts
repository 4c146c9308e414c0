import { UNVERIFIED_PERIOD } from '../domain/messaging/messaging-limit.ts'
import { blockId } from '../domain/numbers/block.ts'
import type { Unit } from '../store/store.ts'

/** What businesses keep of a customer by number goes along to the new one: that he is blocked, and was reached. */
export async function moveRecords(unit: Unit, from: string, to: string): Promise<void> {
  await moveBlocks(unit, from, to)
  await moveReached(unit, from, to)
}

async function moveBlocks({ read, stage }: Unit, from: string, to: string): Promise<void> {
  for (const number of await read.numbers.all()) {
    const block = number.has_blocks ? await read.blocks.find(blockId(number.id, from)) : undefined
    if (!block) continue
    stage.blocks.remove(block.id)
    const { version: _, ...kept } = block
    const id = blockId(number.id, to)
    if (!(await read.blocks.find(id))) stage.blocks.add({ ...kept, id, customer_id: to })
  }
}

/** Room is made again by the job that knows the old number; the row of the new one needs an end of its own. */
async function moveReached({ read, stage, ids }: Unit, from: string, to: string): Promise<void> {
  for (const business of await read.businesses.all()) {
    const row = await read.reached.find(`${business.id}/${from}`)
    if (!row) continue
    stage.reached.remove(row.id)
    const id = `${business.id}/${to}`
    // Somebody had the number before, and was reached there.
    const known = await read.reached.find(id)
    if (known && known.at >= row.at) continue
    if (known) stage.reached.change({ ...known, at: row.at })
    else stage.reached.add({ id, business_id: business.id, at: row.at })
    const payload = { id, at: row.at, released: true }
    stage.job({ id: ids.key(), name: 'release-reach', due_at: row.at + UNVERIFIED_PERIOD, payload })
  }
}
