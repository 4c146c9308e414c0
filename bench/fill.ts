import { openSqlite } from '../server/src/store/sqlite/open.ts'
import type { EventRow, Write } from '../server/src/store/write.ts'

const BATCH = 5_000
const PHONE_NUMBER = '106540352240000'
const FIRST_CUSTOMER = 16502530000

/** Puts delivered messages, with the three events of each, into a data folder that a server has left. */
export async function fillMessages(folder: string, count: number, customers: number): Promise<void> {
  const driver = openSqlite(folder)
  // Young enough that retention leaves it alone.
  const begin = Date.now() - count
  for (let done = 0; done < count; done += BATCH) {
    const writes: Write[] = []
    const events: EventRow[] = []
    for (let i = done; i < Math.min(done + BATCH, count); i++) {
      const customer_id = String(FIRST_CUSTOMER + (i % customers))
      const scene = { at: begin + i, account_id: null, phone_number_id: PHONE_NUMBER, customer_id }
      const id = `0${String(i).padStart(17, '0')}`
      const body = JSON.stringify({ key: id, content: { body: `Your order ${i} is on its way.` }, ...scene })
      writes.push({
        op: 'insert',
        table: 'messages',
        row: {
          id,
          phone_number_id: PHONE_NUMBER,
          customer_id,
          direction: 'sent',
          at: begin + i,
          type: 'text',
          status: 'delivered',
          shown: 1,
          body,
        },
      })
      for (const type of ['message.accepted', 'message.sent', 'message.delivered']) {
        events.push({ id: `${id}${type.length}`, type, body, ...scene })
      }
    }
    const [outcome] = await driver.commit([{ writes, takes: [], events }])
    if (outcome?.kind !== 'committed') throw new Error(JSON.stringify(outcome))
  }
  await driver.close()
}
