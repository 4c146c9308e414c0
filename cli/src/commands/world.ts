import type { Command } from 'commander'
import type { Terminal } from '../terminal.ts'
import { action, type Context, serverCommand, table } from './common.ts'

interface Customer {
  wa_id: string
  name: string
  online: boolean
}

const row = ({ wa_id, name, online }: Customer): string[] => [wa_id, name, online ? 'online' : 'offline']

/** Who is in the world, and the way back to its beginning. */
export function worldCommands(terminal: Terminal): Command[] {
  const list = async ({ client, show }: Context<object>) => {
    const answer = await client.control<{ data: Customer[] }>('GET', 'customers', { query: { limit: 1000 } })
    show(answer, () => (answer.data.length === 0 ? 'No customers.' : table(answer.data.map(row))))
  }
  const customers = serverCommand('customers', 'list and add customers').action(action(terminal, list))
  customers.addCommand(serverCommand('list', 'everybody with a phone').action(action(terminal, list)))
  customers.addCommand(
    serverCommand('add', 'add a person with a phone')
      .argument('<number>', 'phone number with country code')
      .option('--name <name>', 'name of the WhatsApp profile')
      .action(
        action(terminal, async ({ client, flags, show }: Context<{ name?: string }>, number: string) => {
          const answer = await client.control<Customer>('POST', 'customers', {
            body: { wa_id: number, name: flags.name },
          })
          show(answer, () => table([row(answer)]))
        }),
      ),
  )
  const reset = serverCommand('reset', 'put the world back to its seed; credentials and subscriptions stay').action(
    action(terminal, async ({ client, show }: Context<object>) => {
      show(await client.control('POST', 'world/reset', { body: {} }), () => 'The world is back to its seed.')
    }),
  )
  return [customers, reset]
}
