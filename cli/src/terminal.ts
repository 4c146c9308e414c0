/** Where a command reads from and writes to; tests give their own. */
export interface Terminal {
  /** One line of what was asked for. */
  out(line: string): void
  /** One line for people, beside the result. */
  err(line: string): void
  env: Record<string, string | undefined>
  /** Ends commands that would go on for ever. */
  signal: AbortSignal
}

/** The terminal of this process. */
export const processTerminal = (signal: AbortSignal): Terminal => ({
  out: line => void process.stdout.write(`${line}\n`),
  err: line => void process.stderr.write(`${line}\n`),
  env: process.env,
  signal,
})

/** Something that a person can put right. The sentence is all they see, so it says how. */
export class CommandError extends Error {}

/** The same, when it is a Landline that says no: in Meta's envelope. */
export class RefusedError extends CommandError {}
