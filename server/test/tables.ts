import { describe, expect, test } from 'vitest'
import type { Refusal } from '../src/domain/refusals.ts'

/** A limit in figures: at it, and one inside, everything is taken; one beyond, it is refused in these words. */
export interface Limit<Subject> {
  /** What is limited, as the pages call it. */
  of: string
  make: (n: number) => Subject
  max?: number
  above?: Refusal
  min?: number
  below?: Refusal
}

/** What is judged, and what is said against it; nothing when it is all right. */
export type Row<Subject> = [what: string, subject: Subject, refusal?: Refusal]

type Judge<Subject> = (subject: Subject) => Refusal | undefined

/** Tables of limits that one judge keeps, each tested at its edge, one inside and one beyond. */
export const limitsOf =
  <Subject>(judge: Judge<Subject>) =>
  (topic: string, limits: Limit<Subject>[]): void => {
    describe.each(limits)(`${topic}: $of`, ({ make, max, above, min, below }) => {
      const takes = (...numbers: number[]) =>
        test(`takes ${[...new Set(numbers)].join(' and ')}`, () => {
          for (const n of numbers) expect(judge(make(n)), `${n}`).toBeUndefined()
        })
      const refuses = (n: number, refusal: Refusal) =>
        test(`refuses ${n}`, () => expect(judge(make(n))).toEqual(refusal))
      if (max !== undefined) takes(Math.max(max - 1, min ?? 0), max)
      if (max !== undefined && above) refuses(max + 1, above)
      if (min !== undefined) takes(min, Math.min(min + 1, max ?? min + 1))
      if (min !== undefined && below) refuses(min - 1, below)
    })
  }

/** Tables of everything else that one judge says. */
export const rowsOf =
  <Subject>(judge: Judge<Subject>) =>
  (topic: string, rows: Row<Subject>[]): void => {
    describe(topic, () => {
      test.each(rows)('%s', (_, subject, refusal) => {
        expect(judge(subject)).toEqual(refusal)
      })
    })
  }
