/** What the world clock is doing, as it is stored and shown. Instants are Unix milliseconds. */
export type ClockState = { mode: 'running'; offset: number } | { mode: 'frozen'; at: number }

/**
 * The one clock of a world. Rules, limits, retries and expiries read it; HTTP time-outs do not.
 * It is real (running, offset 0), shifted (running, another offset) or frozen.
 */
export interface WorldClock {
  now(): number
  state(): ClockState
  /** Stops the clock at the present world instant, or at `at`. */
  freeze(at?: number): void
  /** Lets it run on from where it stands. */
  resume(): void
  /** Moves it forward to an instant; a frozen clock stays frozen there. Never moves backwards. */
  moveTo(at: number): void
  restore(state: ClockState): void
}

/** The system's own clock: the only place that asks for the time. */
const systemNow = (): number => Date.now()

export function worldClock(
  real: () => number = systemNow,
  initial: ClockState = { mode: 'running', offset: 0 },
): WorldClock {
  let state = initial
  const now = () => (state.mode === 'frozen' ? state.at : real() + state.offset)
  return {
    now,
    state: () => state,
    freeze(at = now()) {
      state = { mode: 'frozen', at }
    },
    resume() {
      if (state.mode === 'frozen') state = { mode: 'running', offset: state.at - real() }
    },
    moveTo(at) {
      if (at <= now()) return
      state = state.mode === 'frozen' ? { mode: 'frozen', at } : { mode: 'running', offset: at - real() }
    },
    restore(saved) {
      state = saved
    },
  }
}
