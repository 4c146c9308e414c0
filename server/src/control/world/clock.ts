import { z } from 'zod'
import { DAY, SECOND } from '../../domain/time.ts'
import type { Io } from '../../graph/io.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import { durationOf } from '../duration.ts'
import { refusal } from '../refuse.ts'

/** How long an advance waits, in real time, for what it set off. */
const DEFAULT_TIMEOUT = 30 * SECOND

export const ClockNode = node<object>({
  name: 'Clock',
  summary: 'The one clock of the world.',
  singleton: 'clock',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

const ClockView = z.object({
  mode: z.enum(['running', 'frozen']),
  now: z.number().describe('Unix milliseconds.'),
  offset: z.number().optional().describe('Milliseconds ahead of real time; absent while the clock is frozen.'),
})

const clockView = ({ clock }: Io): z.output<typeof ClockView> => {
  const state = clock.state()
  return { mode: state.mode, now: state.now, ...(state.mode === 'running' ? { offset: state.offset } : {}) }
}

export const Instant = z.union([z.number(), z.string()]).describe('ISO 8601, or Unix milliseconds.')

/** Calendars end 100,000,000 days after 1970; a few days are left for time zones. */
const END_OF_TIME = 99_999_000 * DAY

/** Throws Refused for what is no instant. */
export function instantOf(name: string, value: string | number): number {
  const at = typeof value === 'number' || /^\d+$/.test(value) ? Number(value) : Date.parse(value)
  if (Math.abs(at) < END_OF_TIME) return at
  throw refusal(`${name} is "${value}". Give an instant like 2026-01-31T12:00:00Z, or Unix milliseconds.`)
}

const contract = { on: ClockNode, access: 'control' as const }

export const getClock = operation({
  ...contract,
  method: 'GET',
  name: 'getClock',
  summary: 'What time it is in the world.',
  params: z.looseObject({}),
  returns: ClockView,
})
  .before(async ({ io }) => clockView(io))
  .run(async ({ before }) => before)

export const freezeClock = operation({
  ...contract,
  edge: 'freeze',
  method: 'POST',
  name: 'freezeClock',
  summary: 'Stop the clock, now or at an instant.',
  params: z.looseObject({ at: Instant.optional() }),
  returns: ClockView,
})
  .before(async ({ io, params }) => {
    await io.clock.freeze(params.at === undefined ? undefined : instantOf('at', params.at))
    return clockView(io)
  })
  .run(async ({ before }) => before)

export const resumeClock = operation({
  ...contract,
  edge: 'resume',
  method: 'POST',
  name: 'resumeClock',
  summary: 'Let the clock run on from where it stands.',
  params: z.looseObject({}),
  returns: ClockView,
})
  .before(async ({ io }) => {
    await io.clock.resume()
    return clockView(io)
  })
  .run(async ({ before }) => before)

export const advanceClock = operation({
  ...contract,
  edge: 'advance',
  method: 'POST',
  name: 'advanceClock',
  summary: 'Move the clock forward; everything that falls due on the way happens, in order.',
  params: z.looseObject({
    by: z.string().optional().describe('A duration like `90s`, `24h`, `1h30m` or `7d`.'),
    to: Instant.optional(),
    timeout_ms: z.number().positive().optional().describe('Real milliseconds to wait for what is in flight.'),
  }),
  returns: z.object({
    now: z.number(),
    ran: z.object({ jobs: z.number(), deliveries: z.number() }),
    in_flight: z.array(z.string()).describe('What was still under way when the time-out came.'),
  }),
})
  .before(async ({ io, params }) => {
    const { now } = io.clock.state()
    const { by, to, timeout_ms = DEFAULT_TIMEOUT } = params
    if ((by === undefined) === (to === undefined)) {
      throw refusal('Say how far: either by, a duration like 24h, or to, an instant. Not both.')
    }
    return io.clock.advanceTo(
      to === undefined ? now + durationOf('by', by!) : forward(instantOf('to', to), now),
      timeout_ms,
    )
  })
  .run(async ({ before }) => before)

function forward(at: number, now: number): number {
  if (at >= now) return at
  throw refusal(
    `The clock stands at ${new Date(now).toISOString()} and only moves forward. Choose a later instant for to.`,
  )
}
