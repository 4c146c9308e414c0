import type { Command } from 'commander'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, serverCommand, table } from './common.ts'

type Rollout = Record<string, boolean>

/** Which announced changes of the platform have arrived in the world. */
export const rolloutCommand = (terminal: Terminal): Command =>
  serverCommand('rollout', 'which announced changes of the platform have arrived; name=on and name=off change that')
    .argument('[change...]', 'like user_ids=off')
    .action(
      action(terminal, async ({ client, show }: Context<object>, changes: string[]) => {
        const rollout =
          changes.length === 0
            ? await client.control<Rollout>('GET', 'rollout')
            : await client.control<Rollout>('POST', 'rollout', { body: Object.fromEntries(changes.map(decided)) })
        show(rollout, () => table(Object.entries(rollout).map(([name, on]) => [name, on ? 'on' : 'off'])))
      }),
    )

function decided(change: string): [string, boolean] {
  const [, name, state] = /^(\w+)=(on|off)$/.exec(change) ?? []
  if (name && state) return [name, state === 'on']
  throw new CommandError(`"${change}" says no change. Write name=on or name=off.`)
}
