import { destination, pino } from 'pino'

export interface Log {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

/** JSON lines on standard error, so that standard output stays for what people and scripts read. */
export const stderrLog = (level: string): Log => pino({ level, base: undefined }, destination({ dest: 2, sync: true }))
