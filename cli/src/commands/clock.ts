import type { Command } from 'commander'
import type { Terminal } from '../terminal.ts'
import { action, type Context, clockTime, counted, serverCommand } from './common.ts'

interface Clock {
  mode: 'running' | 'frozen'
  now: number
}

interface Advanced {
  now: number
  ran: { jobs: number; deliveries: number }
  in_flight: string[]
}

const inWords = ({ mode, now }: Clock): string => `${clockTime(now)} UTC, ${mode}`

/** The one clock of the world. */
export function clockCommands(terminal: Terminal): Command[] {
  const clock = serverCommand('clock', 'show and move the clock of the world')
  const show = async ({ client, show }: Context<object>) => {
    const answer = await client.control<Clock>('GET', 'clock')
    show(answer, () => inWords(answer))
  }
  clock.action(action(terminal, show))
  clock.addCommand(serverCommand('show', 'what time it is in the world').action(action(terminal, show)))
  clock.addCommand(
    serverCommand('advance', 'move the clock forward; what falls due on the way happens')
      .argument('<duration>', 'like 90s, 15m, 24h, 1h30m or 7d')
      .action(action(terminal, advance)),
  )
  clock.addCommand(
    serverCommand('freeze', 'stop the clock')
      .option('--at <instant>', 'at an instant, like 2026-01-31T12:00:00Z')
      .action(
        action(terminal, async ({ client, flags, show }: Context<{ at?: string }>) => {
          const answer = await client.control<Clock>('POST', 'clock/freeze', { body: { at: flags.at } })
          show(answer, () => inWords(answer))
        }),
      ),
  )
  clock.addCommand(
    serverCommand('resume', 'let the clock run on').action(
      action(terminal, async ({ client, show }: Context<object>) => {
        const answer = await client.control<Clock>('POST', 'clock/resume', { body: {} })
        show(answer, () => inWords(answer))
      }),
    ),
  )
  return [clock]
}

async function advance({ client, show }: Context<object>, by: string): Promise<void> {
  const answer = await client.control<Advanced>('POST', 'clock/advance', { body: { by } })
  show(answer, () => [
    `${clockTime(answer.now)} UTC. On the way: ${counted(answer.ran.jobs, 'job')}, ${counted(answer.ran.deliveries, 'webhook')}.`,
    ...answer.in_flight.map(one => `Still under way: ${one}`),
  ])
}
