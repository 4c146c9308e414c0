import { Command } from 'commander'
import { type Client, clientFor, type ServerFlags } from '../client.ts'
import type { Terminal } from '../terminal.ts'

/** A command of a running server, with the options that all of them have. */
export const serverCommand = (usage: string, description: string): Command =>
  new Command()
    .name(usage.split(' ')[0]!)
    .description(description)
    .option('--url <url>', 'address of the server, or LANDLINE_URL (default http://127.0.0.1:4400)')
    .option('--control-secret <secret>', 'when the server asks for one, or LANDLINE_CONTROL_SECRET')
    .option('--json', 'print the answer of the server as one line of JSON')

export interface Context<F> {
  client: Client
  flags: F & ServerFlags
  terminal: Terminal
  /** Prints the answer: as it is with --json, else in words. */
  show(answer: unknown, words: () => string | readonly string[]): void
}

/** An action that gets its client, its flags and a way to print. */
export const action =
  <F extends object, A extends readonly unknown[]>(
    terminal: Terminal,
    act: (context: Context<F>, ...args: A) => Promise<void>,
  ) =>
  async (...given: unknown[]): Promise<void> => {
    // Commander puts the options and the command behind the arguments.
    const command = given.at(-1) as Command
    const flags = { ...command.parent?.opts(), ...command.opts() } as F & ServerFlags
    const show = (answer: unknown, words: () => string | readonly string[]) => {
      if (flags.json) return terminal.out(JSON.stringify(answer))
      for (const line of [words()].flat()) terminal.out(line)
    }
    await act({ client: clientFor(flags, terminal), flags, terminal, show }, ...(given.slice(0, -2) as unknown as A))
  }

/** The path of a customer, who is named by phone number in any format. */
export const customerPath = (number: string, edge = ''): string =>
  `customers/${encodeURIComponent(number.replace(/^\+/, ''))}${edge && `/${edge}`}`

/** `2026-11-24 09:00:00`, in UTC as the world clock is. */
export const clockTime = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** `1 job`, `2 jobs`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]!.length))) ?? []
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
