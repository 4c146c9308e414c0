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
      const taken = (n: number) => expect(judge(make(n))).toBeUndefined()
      if (max !== undefined) {
        test(`${max - 1} and ${max} are taken`, () => {
          taken(Math.max(max - 1, min ?? 0))
          taken(max)
        })
        if (above) test(`${max + 1} is refused`, () => expect(judge(make(max + 1))).toEqual(above))
      }
      if (min !== undefined) {
        test(`${min} and ${min + 1} are taken`, () => {
          taken(min)
          taken(Math.min(min + 1, max ?? min + 1))
        })
        if (below) test(`${min - 1} is refused`, () => expect(judge(make(min - 1))).toEqual(below))
      }
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
