import type { z } from 'zod'
import type { Refusal } from '../domain/refusals.ts'

const INVALID_PARAMETER: Omit<Refusal, 'message'> = { name: 'InvalidParameter', code: 100, http: 400 }

/** Meta's sentence for the first thing about the parameters that does not fit their contract. */
export function shapeRefusal(issues: z.core.$ZodIssue[], input: unknown): Refusal {
  const issue = deepest(issues[0]!)
  return { ...INVALID_PARAMETER, message: sentence(issue, valueAt(input, issue.path)) }
}

/** Inside a union, the branch that got furthest is the one the caller meant. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const branches = issue.errors.filter(branch => branch.length > 0).map(branch => deepest(branch[0]!))
  const furthest = branches.sort((a, b) => b.path.length - a.path.length)[0]
  if (!furthest || furthest.path.length === 0) return issue
  return { ...furthest, path: [...issue.path, ...furthest.path] }
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  const name = parameterName(issue.path)
  if (value === undefined) return `The parameter ${name} is required.`
  switch (issue.code) {
    case 'invalid_type':
      return `Param ${name} must be ${EXPECTED[issue.expected] ?? `a valid ${issue.expected}`}.`
    case 'invalid_value':
      return `Param ${name} must be one of {${members(issue.values)}} - got "${printed(value)}".`
    case 'too_small':
      // An empty text counts as none.
      if (issue.origin === 'string' && value === '') return `The parameter ${name} is required.`
      if (issue.inclusive === false) return `Param ${name} must be more than ${issue.minimum}.`
      return `Param ${name} ${quantity(issue)} at least ${issue.minimum}${unit(issue)}.`
    case 'too_big':
      if (issue.origin === 'string') return `Param ${name} must be at most ${issue.maximum} characters long.`
      return `Param ${name} ${quantity(issue)} at most ${issue.maximum}${unit(issue)}.`
    case 'invalid_format':
      return `Param ${name} is not a valid ${FORMATS[issue.format] ?? issue.format}.`
    case 'unrecognized_keys':
      return `Unknown fields: ${issue.keys.map(key => parameterName([...issue.path, key])).join(', ')}.`
    default:
      return `Param ${name} has a value that is not allowed.`
  }
}

const EXPECTED: Record<string, string> = {
  object: 'a JSON object',
  record: 'a JSON object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  int: 'an integer',
  boolean: 'a boolean',
}

const FORMATS: Record<string, string> = { url: 'URI', email: 'email address', regex: 'value' }

/** Graph prints nested names as `template['language']['code']`. */
function parameterName(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path
  const steps = rest.map(step => (typeof step === 'number' ? `[${step}]` : `['${String(step)}']`))
  return `${String(first ?? 'body')}${steps.join('')}`
}

const members = (values: readonly unknown[]): string =>
  values
    .map(value => String(value).toUpperCase())
    .sort()
    .join(', ')

function printed(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

interface Bounded {
  origin: string
}
const quantity = (issue: Bounded): string =>
  issue.origin === 'string' || issue.origin === 'array' ? 'must have' : 'must be'
function unit(issue: Bounded): string {
  if (issue.origin === 'string') return ' characters'
  return issue.origin === 'array' ? ' items' : ''
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}
