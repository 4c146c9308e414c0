import type { Command } from 'commander'
import { CommandError, type Terminal } from '../terminal.ts'
import { action, type Context, serverCommand, table } from './common.ts'

interface Rules {
  data: { name: string; stage: string; mode: string; code: number; summary: string }[]
}
interface Fault {
  id: string
  message: string
  when: string
  operation: string
  customer_id?: string
  node_id?: string
  left?: number
}
interface FaultFlags {
  later?: boolean
  subcode?: string
  details?: string
  customer?: string
  node?: string
  operation?: string
  times?: string
}

/** The platform's rules, and errors without their cause. */
export function ruleCommands(terminal: Terminal): Command[] {
  const rule = serverCommand('rule', 'list the rules of the platform, or switch one')
    .argument('[name]', 'which one')
    .argument('[mode]', 'off, on, always, or usual for what it is by itself')
    .option('--number <id>', 'only for this number')
    .action(action(terminal, switchRule))
  const fault = serverCommand('fault', 'make calls or messages fail with a documented error')
    .argument('[code]', 'the code of the error, or `clear` for no more errors; without it: the list')
    .option('--subcode <subcode>', 'the subcode, where a code has several')
    .option('--details <text>', 'other details than the documented ones')
    .option('--later', 'as the failed status of an accepted message, instead of at once')
    .option('--customer <number>', 'only for this customer')
    .option('--node <id>', 'only on this number, account or template')
    .option('--operation <name>', 'another operation than sendMessage')
    .option('--times <count>', 'how often; without it, until cleared')
    .action(action(terminal, raise))
  return [rule, fault]
}

async function switchRule(
  { client, flags, show }: Context<{ number?: string }>,
  name: string | undefined,
  mode: string | undefined,
): Promise<void> {
  const phone_number_id = flags.number
  if (name !== undefined && mode === undefined) {
    throw new CommandError(`Say what ${name} shall be: off, on, always or usual.`)
  }
  const answer =
    name === undefined
      ? await client.control<Rules>('GET', 'rules', { query: { phone_number_id } })
      : await client.control<Rules>('POST', 'rules', { body: { rule: name, mode, phone_number_id } })
  const shown = answer.data.filter(one => name === undefined || one.name === name)
  show(answer, () => table(shown.map(one => [one.name, one.mode, one.stage, String(one.code), one.summary])))
}

async function raise({ client, flags, show }: Context<FaultFlags>, code: string | undefined): Promise<void> {
  if (code === undefined) {
    const answer = await client.control<{ data: Fault[] }>('GET', 'faults')
    return show(answer, () => (answer.data.length === 0 ? 'No errors were asked for.' : answer.data.map(inWords)))
  }
  if (code === 'clear') return show(await client.control('DELETE', 'faults'), () => 'No more errors.')
  if (!/^\d+$/.test(code)) throw new CommandError(`${code} is no code of an error. They are numbers, like 131042.`)
  const { later, subcode, details, customer: customer_id, node: node_id, operation, times } = flags
  const body = { code, subcode, details, when: later ? 'later' : 'now', customer_id, node_id, operation, times }
  const answer = await client.control<Fault>('POST', 'faults', { body })
  show(answer, () => inWords(answer))
}

function inWords({ message, when, operation, customer_id, node_id, left }: Fault): string {
  const whom = [customer_id && `for ${customer_id}`, node_id && `on ${node_id}`].filter(Boolean).join(' ')
  const often = left === undefined ? 'until cleared' : `${left} more ${left === 1 ? 'time' : 'times'}`
  return [`${operation} fails ${when} with ${message}`, whom, often].filter(Boolean).join(', ')
}
