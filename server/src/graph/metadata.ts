import { z } from 'zod'
import type { AnyKind, Field } from './node.ts'
import type { KindOperations } from './registry.ts'
import { inVersion } from './versions.ts'

export interface Metadata {
  fields: { name: string; description: string; type: string }[]
  type: string
  connections: { [edge: string]: string }
}

/**
 * What `metadata=1` tells of a node: its fields, its type, and where its edges are read. `nodeUrl` is the node's own URL.
 * https://developers.facebook.com/docs/graph-api/overview
 */
export function metadataOf({ kind, edges }: KindOperations, version: string, nodeUrl: string): Metadata {
  const connections: Metadata['connections'] = {}
  for (const [edge, methods] of edges) {
    const readable = methods
      .get('GET')
      ?.some(({ contract }) => contract.access !== 'control' && inVersion(contract, version))
    if (edge !== '' && !edge.includes('{') && readable) connections[edge] = `${nodeUrl}/${edge}`
  }
  const fields = Object.entries((kind as AnyKind).fields)
    .filter(([, field]) => inVersion(field, version))
    .map(([name, field]) => ({ name, description: field.schema.description ?? name, type: typeOf(field) }))
  return { fields, type: kind.name.toLowerCase(), connections }
}

/** The Graph's word for what a schema holds. */
function typeOf({ schema }: Field<unknown>): string {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any' })
  if (json.type === 'array') return 'list'
  if (json.type === 'boolean') return 'bool'
  if (json.type === 'integer' || json.type === 'number') return 'int'
  if (json.type === 'object') return 'object'
  return json.enum ? 'enum' : 'string'
}
