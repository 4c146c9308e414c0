import { publicMessage, Refused } from '../domain/refusals.ts'
import { checkAccess } from './access.ts'
import { type Notice, notReadable } from './debug.ts'
import { parseFields, type Selection } from './fields.ts'
import type { Operation } from './operation.ts'
import { type RawParams, textOf } from './params.ts'
import { type ListContext, readNode } from './read-node.ts'
import type { Target } from './route.ts'

/**
 * The fields that a write shall answer with: `fields=` of a POST whose contract has no such parameter of its own.
 * Throws Refused when the text does not parse, so that nothing is written then.
 */
export function fieldsAfterWrite({ contract }: Operation, params: RawParams): Selection[] | undefined {
  if (params.fields === undefined || contract.method !== 'POST' || contract.access === 'control') return undefined
  const shape = (contract.params as unknown as { def: { shape?: object } }).def.shape ?? {}
  return 'fields' in shape ? undefined : parseFields(textOf(params.fields))
}

/**
 * Reads the node that a write has made or changed: the one that the answer's `id` names, or, after a plain success on
 * the node itself, that node. An answer that names no node stays as it is, and so does one whose fields cannot be read
 * (then with a notice): the change is made by now.
 * https://developers.facebook.com/docs/graph-api/overview
 */
export async function readAfterWrite(
  context: ListContext,
  target: Target,
  performed: unknown,
  wanted: Selection[],
  notices: Notice[],
): Promise<unknown> {
  const { kernel, caller } = context
  const { read } = kernel.store
  const id = idOf(performed) ?? (target.rest.length === 0 ? target.id : undefined)
  const row = id === undefined ? undefined : await read.nodes.find(id)
  const entry = row && kernel.registry.kinds.get(row.kind)
  const node = entry && (await entry.kind.load(read, id!))
  if (!entry || node === undefined) return performed
  try {
    checkAccess(entry.kind.access, caller, undefined, entry.kind.owner?.(node)?.account_id)
    return await readNode(context, entry, node, wanted)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    notices.push(notReadable(publicMessage(error.refusal)))
    return performed
  }
}

const idOf = (answer: unknown): string | undefined => {
  const id = (answer as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : undefined
}
