import type { Command } from 'commander'
import { findings } from '../diagnosis.ts'
import type { Finding } from '../finding.ts'
import type { SecretFlags } from '../secrets.ts'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, serverCommand } from './common.ts'

const MARKS = { ok: 'ok  ', hint: 'hint', warning: 'look', fault: 'BAD ' } as const

/** Looks for what usually is wrong when nothing arrives. Ends with 1 when something is broken. */
export const doctorCommand = (terminal: Terminal): Command =>
  serverCommand('doctor', 'look for what usually is wrong, and say what to do')
    .option('--token <token>', 'access token, or LANDLINE_ACCESS_TOKEN (default: the one in the data folder)')
    .option('--data <folder>', 'data folder of the server, or LANDLINE_DATA (default .landline)')
    .action(
      action(terminal, async ({ client, flags, show }: Context<SecretFlags>) => {
        const found = await findings(client, flags, terminal.env)
        show({ findings: found }, () => found.map(line))
        const faults = found.filter(finding => finding.level === 'fault').length
        if (faults > 0) throw new CommandError(faults === 1 ? 'One thing is broken.' : `${faults} things are broken.`)
      }),
    )

const line = ({ level, says, cure }: Finding): string => `${MARKS[level]}  ${says}${cure ? `\n      ${cure}` : ''}`
