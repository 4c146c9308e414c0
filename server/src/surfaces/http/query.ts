import type { RawParams } from '../../graph/params.ts'
import { NamedValues } from './named-values.ts'

/**
 * Reads a query string or a form body. Never throws: a percent-escape that is none stays as it is written, and bad
 * UTF-8 becomes U+FFFD.
 */
export function readQuery(text: string): RawParams {
  const values = new NamedValues()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    values.add(decode(at < 0 ? pair : pair.slice(0, at)), at < 0 ? '' : decode(pair.slice(at + 1)))
  }
  return values.params()
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return Buffer.from(
      spaced.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8')
  }
}

const ABSOLUTE = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?(?=[/?]|$)(.*)$/i

/** The target of a request without scheme and host: clients that think of a proxy send them along. */
export const originForm = (target: string): string => {
  if (target.startsWith('/')) return target
  const rest = ABSOLUTE.exec(target)?.[1]
  if (rest === undefined) return target
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** A URL at its question mark. */
export function splitUrl(url: string): { path: string; query: string } {
  const at = url.indexOf('?')
  return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) }
}

/** Path segments, without the empty ones. */
export const readPath = (path: string): string[] =>
  path
    .split('/')
    .filter(segment => segment !== '')
    // A plus is a plus in a path.
    .map(segment => (segment.includes('%') ? decode(segment.replaceAll('+', '%2B')) : segment))
