import { commitQueue } from '../commit.ts'
import { openPostgres } from '../postgres/open.ts'
import { openSqlite } from '../sqlite/open.ts'
import { draft, event, insert, message, tally } from './drafts.ts'

/**
 * A program that is killed in the middle of its work: many writers commit without end, and the id of each unit is printed
 * once it is reported as committed.
 */
const [dialect, target] = process.argv.slice(2)
if (!target) throw new Error('usage: crash-writer.ts sqlite|postgres FOLDER|URL')
const driver = dialect === 'postgres' ? await openPostgres(target) : openSqlite(target)
const queue = commitQueue(driver)

async function write(writer: number): Promise<void> {
  for (let i = 0; ; i++) {
    const id = `${writer}-${i}`
    const outcome = await queue.submit(draft([insert('messages', message(id))], [tally('all', 1)], [event(id)]))
    if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome))
    process.stdout.write(`${id}\n`)
  }
}

await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)))
