import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ERRORS_PAGE, errorsPage, reachOf } from '../../scripts/docs-errors.ts'
import { documentedError, documentedErrors } from '../src/domain/documented/index.ts'

interface Official {
  code: number | string
  error_subcode?: number
  http_status: number | null
  sync: boolean | 'both' | null
}

/** The collected documentation, where it lies beside the project. It is an oracle for tests, and no part of the project. */
const OFFICIAL = new URL('../../../shared/reference/data/errors.json', import.meta.url)

const listedAs = ({ code, error_subcode }: Official): string =>
  error_subcode === undefined ? String(code) : `${code}/${error_subcode}`

/** Where an observed answer is kept instead of the documented status. */
const OBSERVED_HTTP = ['1']

describe.skipIf(!existsSync(OFFICIAL))('against the documentation', () => {
  const official: Official[] = existsSync(OFFICIAL) ? JSON.parse(readFileSync(OFFICIAL, 'utf8')) : []

  test('every documented error is there, and no other', () => {
    const listed = documentedErrors.map(row => row.listed)
    expect([...listed].sort()).toEqual(official.map(listedAs).sort())
  })

  test('with its HTTP status', () => {
    const differing = official.filter(one => {
      const rows = documentedErrors.filter(row => row.listed === listedAs(one))
      return one.http_status !== null && !rows.some(row => row.refusal.http === one.http_status)
    })
    expect(differing.map(listedAs)).toEqual(OBSERVED_HTTP)
  })

  test('and where it is told', () => {
    const TOLD = new Map<unknown, string>([
      [true, 'answer'],
      [false, 'webhook'],
      ['both', 'both'],
      [null, 'answer'],
    ])
    const differing = official.filter(one => {
      const rows = documentedErrors.filter(row => row.listed === listedAs(one))
      return !rows.some(row => row.told === TOLD.get(one.sync))
    })
    expect(differing.map(listedAs)).toEqual([])
  })
})

test('docs/errors.md is what the catalogue says; npm run docs:errors writes it', () => {
  expect(readFileSync(ERRORS_PAGE, 'utf8').replaceAll('\r\n', '\n')).toBe(errorsPage())
})

test('what a rule says is never said not to apply', () => {
  const both = documentedErrors.filter(row => row.absent !== undefined && reachOf(row) === 'reachable by rule')
  expect(both.map(row => row.listed)).toEqual([])
})

test.each([
  { what: 'a rule of sending', code: 131030, reach: 'reachable by rule' },
  { what: 'a rule on the way', code: 131049, reach: 'reachable by rule' },
  { what: 'a limit on calls', code: 80007, reach: 'reachable by rule' },
  { what: 'a fault of a template', code: 2388040, reach: 'reachable by rule' },
  { what: 'billing', code: 131042, reach: 'reachable by rule' },
  { what: 'what the platform does under load', code: 131016, reach: 'raised on demand' },
  { what: 'the On-Premises API', code: 133001, reach: 'does not apply here' },
])('$what: $code is $reach', ({ code, reach }) => {
  expect(reachOf(documentedError(code)!)).toBe(reach)
})

test('an error is found by its code, by code and subcode, and by the number it is documented under', () => {
  expect(documentedError(131047)?.refusal.message).toBe('Re-engagement message')
  expect(documentedError(190, 463)?.listed).toBe('190/463')
  expect(documentedError(2388024)?.refusal).toMatchObject({ code: 100, subcode: 2388024 })
  expect(documentedError(100, 2388024)?.listed).toBe('2388024')
  expect(documentedError(299)?.refusal).toMatchObject({ code: 299, http: 403 })
  expect(documentedError(300)).toBeUndefined()
  expect(documentedError(190, 999)).toBeUndefined()
})
