import { UnknownFields, UnsupportedRequest } from '../domain/catalogue.ts'
import { Refused } from '../domain/refusals.ts'
import type { Unit } from '../store/store.ts'
import type { Caller } from './access.ts'
import type { GraphRequest, Kernel } from './dispatch.ts'
import type { AnyKind } from './node.ts'
import type { Call, Operation } from './operation.ts'
import { parseParams, type RawParams } from './params.ts'
import { pageLink } from './read-node.ts'

/** What an operation is performed on, and for whom. */
interface Asked {
  node: unknown
  id: string
  caller: Caller
  request: GraphRequest
  version: string
}

/**
 * Runs the handler of an operation on a node: parameters first, then what has to happen before any unit, then the unit
 * of work. Throws Refused.
 */
export async function perform(kernel: Kernel, operation: Operation, asked: Asked): Promise<unknown> {
  const { node, id, caller, request, version } = asked
  const { contract } = operation
  if (contract.strict) checkKnown(operation, request.params)
  const params = parseParams(contract.params, request.params)
  const { io, store } = kernel
  const { baseUrl } = request
  const before = await operation.before?.({ node, params, caller, io, read: store.read, now: kernel.now(), baseUrl })
  let first = true
  const work = async (unit: Unit) => {
    // A rerun, or a unit that waited behind others, sees the node as it is now.
    const fresh = first && contract.units === 'shared' ? node : await reload(kernel, operation, node, id)
    first = false
    const call: Call<unknown, unknown, unknown> = Object.assign(unit, {
      node: fresh,
      params,
      caller,
      version,
      baseUrl,
      pageLink: (cursor: { after?: string; before?: string }) => pageLink(request, request.params, cursor),
      sign: kernel.sign,
      before,
    })
    return operation.handle!(call)
  }
  if (contract.method === 'GET' || contract.units === 'shared') return store.run(work, { name: request.name })
  return store.run(work, { name: request.name, queue: queueOf(contract.on, node, id) })
}

/** Units that may change the same records wait for each other: those of an account for its templates, else of a node. */
function queueOf(kind: AnyKind, node: unknown, id: string): string {
  return kind.owner?.(node)?.account_id ?? (node as { id?: string } | undefined)?.id ?? id
}

async function reload(kernel: Kernel, operation: Operation, node: unknown, id: string): Promise<unknown> {
  const fresh = await operation.contract.on.load(kernel.store.read, id)
  if (fresh === undefined && operation.contract.method !== 'GET') {
    throw new Refused(UnsupportedRequest(operation.contract.method, id))
  }
  return fresh ?? node
}

/** Words that any call of the Graph may carry, `sdk` and `format` from old libraries among them. */
const KERNEL_PARAMS = new Set([
  'access_token',
  'appsecret_proof',
  'appsecret_time',
  'callback',
  'date_format',
  'debug',
  'fields',
  'format',
  'ids',
  'locale',
  'metadata',
  'method',
  'pretty',
  'sdk',
  'summary',
  'suppress_http_code',
])

function checkKnown(operation: Operation, params: RawParams): void {
  const shape = (operation.contract.params as unknown as { def: { shape?: object } }).def.shape ?? {}
  const unknown = Object.keys(params).filter(name => !(name in shape) && !KERNEL_PARAMS.has(name))
  if (unknown.length > 0) throw new Refused(UnknownFields(...unknown))
}
