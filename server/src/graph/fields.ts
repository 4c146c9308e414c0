import { InvalidParameter } from '../domain/catalogue.ts'
import { Refused } from '../domain/refusals.ts'
import { fromJson } from './coerce.ts'
import { textOf } from './params.ts'

/** One entry of `fields=`: `name`, its modifiers `.limit(5)`, and what is asked of the nodes below it. */
export interface Selection {
  name: string
  modifiers: { [name: string]: string }
  inner?: Selection[]
}

/** Deeper expansions are refused: nobody means them, and each level multiplies the work. */
const MAX_DEPTH = 5

/**
 * Reads Graph's field expansion: `id,name,phone_numbers.limit(5){id,display_phone_number}`, `analytics.start(1).end(2)`,
 * or a list of such texts as JSON. Throws Refused when the text does not parse.
 */
export function parseFields(asked: string): Selection[] {
  const list = fromJson(asked)
  return parseText(Array.isArray(list) ? textOf(list) : asked)
}

/** The text that `parseFields` reads as this. */
export const fieldsText = (list: readonly Selection[]): string =>
  list
    .map(({ name, modifiers, inner }) => {
      const steps = Object.entries(modifiers).map(([modifier, value]) => `.${modifier}(${argumentText(value)})`)
      return `${name}${steps.join('')}${inner ? `{${fieldsText(inner)}}` : ''}`
    })
    .join(',')

/** What has brackets in it has to stand in quotes. */
function argumentText(value: string): string {
  if (!/[()]/.test(value)) return value
  return value.includes('"') ? `'${value}'` : `"${value}"`
}

function parseText(text: string): Selection[] {
  const scanner = { text, at: 0 }
  const list = selectionList(scanner, 0)
  skipBlank(scanner)
  if (scanner.at < text.length) throw syntaxError(text, scanner.at)
  return list
}

interface Scanner {
  text: string
  at: number
}

const syntaxError = (text: string, at: number) =>
  new Refused({
    ...InvalidParameter(),
    message: `Syntax error "Expected end of string instead of "${text[at] ?? ''}"." at character ${at}: ${text.slice(0, 100)}`,
    code: 2500,
    bare: true,
  })

function selectionList(scanner: Scanner, depth: number): Selection[] {
  const list: Selection[] = []
  if (depth > MAX_DEPTH) throw syntaxError(scanner.text, scanner.at)
  for (;;) {
    skipBlank(scanner)
    if (scanner.at >= scanner.text.length || scanner.text[scanner.at] === '}') return list
    list.push(selection(scanner, depth))
    skipBlank(scanner)
    if (scanner.text[scanner.at] !== ',') return list
    scanner.at++
  }
}

function selection(scanner: Scanner, depth: number): Selection {
  const name = word(scanner)
  const found: Selection = { name, modifiers: {} }
  // Long expansions are written over several lines: blanks may stand around every dot.
  skipBlank(scanner)
  while (scanner.text[scanner.at] === '.') {
    scanner.at++
    skipBlank(scanner)
    const modifier = word(scanner)
    skipBlank(scanner)
    found.modifiers[modifier] = argument(scanner)
    skipBlank(scanner)
  }
  if (scanner.text[scanner.at] !== '{') return found
  scanner.at++
  found.inner = selectionList(scanner, depth + 1)
  if (scanner.text[scanner.at] !== '}') throw syntaxError(scanner.text, scanner.at)
  scanner.at++
  return found
}

function word(scanner: Scanner): string {
  const match = /^\w{1,200}/.exec(scanner.text.slice(scanner.at, scanner.at + 201))
  if (!match) throw syntaxError(scanner.text, scanner.at)
  scanner.at += match[0].length
  return match[0]
}

function argument(scanner: Scanner): string {
  if (scanner.text[scanner.at] !== '(') return ''
  let depth = 0
  let quote = ''
  const start = scanner.at + 1
  for (; scanner.at < scanner.text.length; scanner.at++) {
    const char = scanner.text[scanner.at]!
    if (quote !== '') quote = char === quote ? '' : quote
    else if (QUOTES.includes(char)) quote = char
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return unquoted(scanner.text.slice(start, scanner.at++).trim())
  }
  throw syntaxError(scanner.text, start)
}

const QUOTES = `"'`

/** A single value may stand in quotes or not; a list keeps those of its members. */
function unquoted(text: string): string {
  const inner = text.slice(1, -1)
  const isQuoted = text.length > 1 && QUOTES.includes(text[0]!) && text.at(-1) === text[0]
  return isQuoted && !inner.includes(text[0]!) ? inner : text
}

function skipBlank(scanner: Scanner): void {
  while (/\s/.test(scanner.text[scanner.at] ?? '')) scanner.at++
}
