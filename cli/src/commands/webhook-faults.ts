import type { Command } from 'commander'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, serverCommand, table } from './common.ts'

interface Answer {
  app_id: string
  faults: Record<string, unknown>
}

/** What goes wrong with webhooks on purpose. */
export const webhookFaultsCommand = (terminal: Terminal): Command =>
  serverCommand('webhook-faults', 'let webhooks be duplicated, late, lost … on purpose; `off` ends it')
    .argument(
      '[fault...]',
      'like duplicate=1 drop=2 delay_ms=60000 reorder batch=100 bad_signature slow_ms=500 fields=messages',
    )
    .option('--app <id>', 'the app whose webhooks are meant (default the first)')
    .action(
      action(terminal, async ({ client, flags, show }: Context<{ app?: string }>, wanted: string[]) => {
        const query = { app_id: flags.app }
        const path = 'webhook-faults'
        const answer =
          wanted.length === 0
            ? await client.control<Answer>('GET', path, { query })
            : wanted.join() === 'off'
              ? await client.control<Answer>('DELETE', path, { query })
              : await client.control<Answer>('POST', path, { query, body: Object.fromEntries(wanted.map(fault)) })
        const rows = Object.entries(answer.faults).map(([name, value]) => [name, String(value)])
        show(answer, () => (rows.length === 0 ? 'Webhooks arrive as they should.' : table(rows)))
      }),
    )

/** `name=value`, or a name alone for what is either so or not. */
function fault(text: string): [string, string | number | boolean | string[]] {
  const [, name, value] = /^(\w+)(?:=(.+))?$/.exec(text) ?? []
  if (!name) throw new CommandError(`"${text}" is no fault. Write name=value, or a name alone.`)
  if (name === 'fields') return [name, (value ?? '').split(',')]
  if (value === undefined || value === 'true') return [name, true]
  return [name, /^\d+$/.test(value) ? Number(value) : value]
}
