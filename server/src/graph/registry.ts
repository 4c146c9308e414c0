import type { AnyKind } from './node.ts'
import type { Method, Operation } from './operation.ts'

/** Operations of one kind of node, by edge (`''` for the node itself) and method. Several share a path by `when`. */
export interface KindOperations {
  kind: AnyKind
  edges: Map<string, Map<Method, Operation[]>>
}

/** What the dispatcher and every surface look things up in. Built once from the lists. */
export interface Registry {
  kinds: Map<string, KindOperations>
  singletons: Map<string, KindOperations>
  collections: Map<string, KindOperations>
  operations: readonly Operation[]
  /** The kind that knows an id by its looks. */
  knowing(id: string): KindOperations | undefined
}

/** Throws when two operations claim the same name, or the same path, method and variant. */
export function makeRegistry(kinds: readonly AnyKind[], operations: readonly Operation[]): Registry {
  const registry: Registry = {
    kinds: new Map(),
    singletons: new Map(),
    collections: new Map(),
    operations,
    knowing: id => byLooks.find(({ kind }) => kind.knows?.(id)),
  }
  const byLooks: KindOperations[] = []
  for (const kind of kinds) {
    const entry: KindOperations = { kind, edges: new Map() }
    if (registry.kinds.has(kind.name)) throw new Error(`Two kinds of node are called ${kind.name}.`)
    registry.kinds.set(kind.name, entry)
    if (kind.knows) byLooks.push(entry)
    if (kind.singleton) registry.singletons.set(kind.singleton, entry)
    if (kind.collection) registry.collections.set(kind.collection, entry)
  }
  const names = new Set<string>()
  for (const operation of operations) {
    const { name, on, edge = '', method } = operation.contract
    if (names.has(name)) throw new Error(`Two operations are called ${name}.`)
    names.add(name)
    const entry = registry.kinds.get(on.name)
    if (!entry) throw new Error(`${name} is on ${on.name}, which is not in the list of kinds.`)
    const methods = entry.edges.get(edge) ?? new Map<Method, Operation[]>()
    entry.edges.set(edge, methods)
    const variants = methods.get(method) ?? []
    if (variants.some(other => other.contract.when === operation.contract.when)) {
      throw new Error(`${name} claims ${method} ${on.name}/${edge}, which is taken.`)
    }
    // Variants with a key come first, so that the one without is what is left.
    methods.set(method, operation.contract.when ? [operation, ...variants] : [...variants, operation])
  }
  return registry
}
