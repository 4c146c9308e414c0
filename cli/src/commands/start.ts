import { Command, Option } from 'commander'
import type { Landline } from '../../../server/src/options.ts'
import { type Flags, readConfig } from '../config.ts'
import { SETTING_NAMES, SETTINGS, type Setting } from '../settings.ts'
import { startText } from '../start-text.ts'
import { CommandError, type Terminal } from '../terminal.ts'

/** Starts a server and stays until it is told to end. */
export function startCommand(terminal: Terminal): Command {
  const command = new Command('start').description(
    'start the platform; each option also is a variable, --app-id is LANDLINE_APP_ID',
  )
  for (const name of SETTING_NAMES) {
    const { flag, value, help }: Setting = SETTINGS[name]
    command.addOption(new Option(value ? `--${flag} <${value}>` : `--${flag}`, help))
  }
  command.option('--json', 'print one line of JSON when it is ready, for scripts')
  return command.action(async (flags: Flags & { json?: boolean }) => {
    const landline = await start(flags, terminal)
    terminal.out(flags.json ? JSON.stringify(facts(landline)) : startText(landline))
    await aborted(terminal.signal)
    await landline.close()
  })
}

async function start(flags: Flags, terminal: Terminal): Promise<Landline> {
  const config = readConfig(flags, terminal.env)
  // Only here, so that the commands that only call a server do not load one.
  const { startLandline } = await import('../../../server/src/index.ts')
  try {
    return await startLandline(config)
  } catch (error) {
    if (terminal.env.LANDLINE_DEBUG) throw error
    throw new CommandError(why(error))
  }
}

/** Most errors of the server are sentences; those of the system are not. */
function why(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return why(error.errors[0])
  const { message, code } = error as { message?: string; code?: string }
  const cause = message || code || String(error)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES') {
    return `Landline cannot start there: ${cause}. Are --host, --port and --data right?`
  }
  if (code === 'ECONNREFUSED')
    return `The database does not answer: ${cause}. Does it run, and is --database-url right?`
  return cause
}

/** What scripts need to know. What a server has on disk is for people. */
function facts({ storage: _, close: __, ...rest }: Landline): object {
  return rest
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) return resolve()
    // A pending promise alone keeps no process alive; the listening server does.
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
