import {
  MethodNotAllowed,
  NonexistingField,
  UnknownAlias,
  UnknownPath,
  UnsupportedRequest,
} from '../domain/catalogue.ts'
import { Refused } from '../domain/refusals.ts'
import type { Caller } from './access.ts'
import type { GraphRequest, Kernel } from './dispatch.ts'
import type { Method, Operation } from './operation.ts'
import type { KindOperations, Registry } from './registry.ts'
import { inVersion, type Version } from './versions.ts'

/*
 * From a path to what it means: the kind of the node and, of its operations, the one that is asked for. Each way to be
 * wrong has the platform's own answer.
 */

/** `method=delete` on another method stands for the method it names. */
export function methodOf(request: GraphRequest): string {
  const override = request.params.method
  if (typeof override !== 'string' || request.method === 'DELETE') return request.method
  const upper = override.toUpperCase()
  return upper === 'GET' || upper === 'POST' || upper === 'DELETE' ? upper : request.method
}

export interface Target {
  entry: KindOperations
  id: string
  rest: string[]
}

/** Things that are named in the path and need no look-up. */
export function locate(registry: Registry, realm: GraphRequest['realm'], segments: string[]): Target | undefined {
  const [first, second, ...rest] = segments
  if (first === undefined) return undefined
  if (realm === 'control') {
    const collection = registry.collections.get(first)
    if (collection && second !== undefined) return { entry: collection, id: second, rest }
  }
  const entry = registry.singletons.get(first)
  if (!entry || (entry.kind.access === 'control') !== (realm === 'control')) return undefined
  return { entry, id: first, rest: segments.slice(1) }
}

export async function find(
  { registry, store }: Pick<Kernel, 'registry' | 'store'>,
  caller: Caller,
  segments: string[],
  method: string,
): Promise<Target> {
  const [first, ...rest] = segments
  if (first === undefined) throw new Refused(UnknownPath('/'))
  let id = first
  if (first === 'me' && caller.kind === 'token') id = caller.token.user_id
  if ((first === 'me' || first === 'app') && caller.kind === 'app') id = caller.app.id
  if (first === 'app' && caller.kind === 'token') id = caller.app.id
  const node = await store.read.nodes.find(id)
  const entry = node ? registry.kinds.get(node.kind) : registry.knowing(id)
  if (entry) return { entry, id, rest }
  if (/^\d+$/.test(id)) throw new Refused(UnsupportedRequest(method, id))
  if (rest.length > 0) throw new Refused(UnknownPath(`/${rest.join('/')}`))
  throw new Refused(method === 'GET' ? UnknownAlias(id) : UnsupportedRequest(method, id))
}

/**
 * The edge behind a node. Items of an edge that are no nodes are named in the path: what stands for `{code}` in
 * `message_qrdls/{code}` becomes the parameter `code`.
 */
export function edgeOf(entry: KindOperations, rest: string[]): { edge: string; named?: { [name: string]: string } } {
  const [edge = '', item, ...more] = rest
  if (item === undefined) return { edge }
  const whole = rest.join('/')
  if (entry.edges.has(whole)) return { edge: whole }
  const itemEdge = more.length === 0 && [...entry.edges.keys()].find(known => known.startsWith(`${edge}/{`))
  if (!itemEdge) throw new Refused(UnknownPath(`/${rest.slice(1).join('/')}`))
  return { edge: itemEdge, named: { [itemEdge.slice(edge.length + 2, -1)]: item } }
}

/** The operation that is meant, or undefined for reading the node itself. */
export function choose(
  entry: KindOperations,
  edge: string,
  method: string,
  request: GraphRequest,
  id: string,
  version: Version,
): Operation | undefined {
  const methods = entry.edges.get(edge)
  const realm = (operation: Operation) => (operation.contract.access === 'control') === (request.realm === 'control')
  const candidates = (methods?.get(method as Method) ?? []).filter(
    operation =>
      realm(operation) &&
      inVersion(operation.contract, version) &&
      (operation.contract.when === undefined || request.params[operation.contract.when] !== undefined),
  )
  if (candidates[0]) return candidates[0]
  if (edge === '' && method === 'GET' && Object.keys(entry.kind.fields).length > 0) return undefined
  const exists = methods && [...methods.values()].flat().some(realm)
  if (exists) throw new Refused(MethodNotAllowed(method))
  if (method === 'GET' && edge !== '') throw new Refused(NonexistingField(edge, entry.kind.name))
  throw new Refused(UnsupportedRequest(method, id))
}
