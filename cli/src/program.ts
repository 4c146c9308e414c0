import { Command, CommanderError } from 'commander'
import { arrivalCommands } from './commands/arrival.ts'
import { clockCommands } from './commands/clock.ts'
import { codesCommand } from './commands/codes.ts'
import { customerCommands } from './commands/customer.ts'
import { doctorCommand } from './commands/doctor.ts'
import { estimateCommand } from './commands/estimate.ts'
import { listenCommands } from './commands/listen.ts'
import { rolloutCommand } from './commands/rollout.ts'
import { ruleCommands } from './commands/rules.ts'
import { secondThoughtCommands } from './commands/second-thoughts.ts'
import { sendCommand } from './commands/send.ts'
import { startCommand } from './commands/start.ts'
import { templateCommands } from './commands/template.ts'
import { webhookFaultsCommand } from './commands/webhook-faults.ts'
import { worldCommands } from './commands/world.ts'
import { worldFileCommand } from './commands/world-files.ts'
import { CommandError, type Terminal } from './terminal.ts'

const VERSION = '0.1.0'

/** The whole command line. */
export function program(terminal: Terminal): Command {
  const root = new Command('landline')
    .description('The WhatsApp Business Platform as software you run yourself.')
    .version(VERSION)
    .showSuggestionAfterError()
    // `--json` after a subcommand is its own, even where the command above it has one too.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: text => terminal.out(text.trimEnd()),
      writeErr: text => terminal.err(text.trimEnd()),
    })
    .exitOverride()
  const families = [
    [startCommand(terminal)],
    customerCommands(terminal),
    [...secondThoughtCommands(terminal), ...arrivalCommands(terminal), rolloutCommand(terminal)],
    [codesCommand(terminal)],
    [sendCommand(terminal), estimateCommand(terminal), ...templateCommands(terminal)],
    [...listenCommands(terminal), webhookFaultsCommand(terminal)],
    ruleCommands(terminal),
    [...clockCommands(terminal), ...worldCommands(terminal), worldFileCommand(terminal), doctorCommand(terminal)],
  ]
  for (const command of families.flat()) root.addCommand(command)
  for (const command of everyCommand(root)) command.copyInheritedSettings(root)
  return root
}

const everyCommand = (command: Command): Command[] => command.commands.flatMap(one => [one, ...everyCommand(one)])

/** Runs one command line and resolves to its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await program(terminal).parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode
    if (terminal.signal.aborted) return 0
    if (!(error instanceof CommandError)) throw error
    terminal.err(error.message)
    return 1
  }
}
