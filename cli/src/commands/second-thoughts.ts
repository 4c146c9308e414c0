import type { Command } from 'commander'
import { messageText, type ShownMessage } from '../message-text.ts'
import type { Terminal } from '../terminal.ts'
import { action, type Context, customerPath, serverCommand } from './common.ts'

const CUSTOMER = "the customer's phone number"
const NUMBER = ['--number <number>', 'the business number that is meant, by id or digits'] as const

interface Which {
  message?: string
  number?: string
}

interface Changed {
  id?: string
  message: ShownMessage
}

/** What a customer does to a message that is there already. */
export function secondThoughtCommands(terminal: Terminal): Command[] {
  const command = (name: string, description: string) =>
    serverCommand(name, description).argument('<customer>', CUSTOMER)
  const which = (one: Command, otherwise: string) =>
    one.option('--message <wamid>', `the message (default: ${otherwise})`).option(...NUMBER)
  const change =
    (edge: string) =>
    async ({ client, flags, show }: Context<Which>, customer: string, text?: string) => {
      const changed = await client.control<Changed>('POST', customerPath(customer, edge), {
        body: { text, message_id: flags.message, phone_number_id: flags.number },
      })
      show(changed, () => [messageText(changed.message), changed.id].filter(Boolean).join('  '))
    }
  return [
    which(
      command('edit', 'a customer changes a text or a caption').argument('<text>', 'what it shall be'),
      "the newest of the customer's own",
    ).action(action(terminal, change('edit'))),
    which(command('unsend', 'a customer deletes a message for everyone'), "the newest of the customer's own").action(
      action(terminal, change('delete')),
    ),
    which(command('play', 'a customer plays a voice message'), 'the newest that was not played').action(
      action(terminal, change('play')),
    ),
  ]
}
