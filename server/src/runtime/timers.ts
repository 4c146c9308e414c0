/** Real time: for HTTP time-outs and for waking when something falls due. The world clock is another matter. */
export interface Timers {
  /** Runs once after so many real milliseconds. Returns a function that calls it off. */
  after(milliseconds: number, run: () => void): () => void
  every(milliseconds: number, run: () => void): () => void
  /** Milliseconds from an arbitrary start, for measuring. */
  elapsed(): number
}

/** Node's timers fire at once when a delay does not fit in 31 bits. */
const LONGEST = 2_147_483_647

export const systemTimers = (): Timers => ({
  after(milliseconds, run) {
    const timer = setTimeout(run, Math.min(Math.max(milliseconds, 0), LONGEST))
    return () => clearTimeout(timer)
  },
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds)
    timer.unref()
    return () => clearInterval(timer)
  },
  elapsed: () => performance.now(),
})
