import type { Outcome } from './write.ts'

/** A unit that cannot be applied; its writes are undone. */
export class Rejected extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super(outcome.kind)
    this.outcome = outcome
  }
}
