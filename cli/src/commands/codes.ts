import type { Command } from 'commander'
import type { Terminal } from '../terminal.ts'
import { action, type Context, clockTime, serverCommand, table } from './common.ts'

interface CodeMessage {
  to: string
  text: string
  at: number
}

/** What arrived on the phones of business numbers: the codes that verify them. */
export function codesCommand(terminal: Terminal): Command {
  const list = async ({ client, show }: Context<object>, number?: string) => {
    const query = number === undefined ? {} : { to: number }
    const answer = await client.control<{ data: CodeMessage[] }>('GET', 'sms', { query })
    const rows = answer.data.map(({ to, text, at }) => [clockTime(at), to, text])
    show(answer, () => (rows.length === 0 ? 'No codes were sent.' : table(rows)))
  }
  return serverCommand('codes', 'verification codes that were sent to business numbers')
    .argument('[number]', 'only those to this number')
    .action(action(terminal, list))
}
