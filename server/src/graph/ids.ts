import { EmptyIdentifier, TooManyIds } from '../domain/catalogue.ts'
import { Refused } from '../domain/refusals.ts'
import { type RawParams, textOf } from './params.ts'
import type { Registry } from './registry.ts'

/** Nodes that one call may name at most. */
const MAX_IDS = 50

/**
 * The nodes of `GET /?ids=1,2` or `GET /phone_numbers?ids=1,2`, each once, or undefined when the call is not one of these.
 * Throws Refused for an empty list or one that is too long.
 * https://developers.facebook.com/docs/graph-api/overview
 */
export function idsOf(
  { singletons }: Registry,
  method: string,
  segments: readonly string[],
  params: RawParams,
): string[] | undefined {
  if (params.ids === undefined || method !== 'GET' || segments.length > 1) return undefined
  const [edge] = segments
  if (edge !== undefined && (/^\d+$/.test(edge) || edge === 'me' || edge === 'app' || singletons.has(edge))) {
    return undefined
  }
  const list = Array.isArray(params.ids) ? params.ids.map(textOf) : textList(textOf(params.ids))
  if (list.length === 0 || list.includes('')) throw new Refused(EmptyIdentifier)
  const ids = [...new Set(list)]
  if (ids.length > MAX_IDS) throw new Refused(TooManyIds(MAX_IDS, ids.length))
  return ids
}

/** `1,2` or `["1","2"]`. */
function textList(text: string): string[] {
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1] ?? text
  return inner.split(',').map(id => id.trim().replace(/^"(.*)"$/, '$1'))
}
