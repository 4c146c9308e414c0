import type { z } from 'zod'
import type { Task } from '../domain/accounts/tasks.ts'
import type { Read } from '../store/read.ts'
import type { Access, Owner } from './access.ts'
import type { Version } from './versions.ts'

/** What a field may need to know besides its node. */
export interface FieldContext {
  read: Read
  now: number
  version: string
  /** Where the server is reached, without a trailing slash. */
  baseUrl: string
  appId?: string
  /** The portfolio of the token. */
  businessId?: string
  /** Signs links to media. */
  sign(text: string): string
}

export interface Field<N> {
  schema: z.ZodType
  /** Returned when a read names no fields. */
  byDefault?: boolean
  since?: Version
  until?: Version
  /** Somebody who is assigned to the account needs any of these to read it. */
  tasks?: readonly Task[]
  /** Who may read it, where that is not whoever may read the node. */
  access?: Access
  /** What its modifiers are read by: `analytics.start(…).end(…)`. */
  params?: z.ZodType
  /** `undefined` leaves the field out of the answer. */
  read(node: N, context: FieldContext, params?: unknown): unknown
}

/**
 * A kind of node: how it is found, who may read it, and its fields. Reading one needs no handler.
 * `name` is the Graph's type name, as its error texts print it.
 */
export interface NodeKind<N> {
  name: string
  summary: string
  /** For things without an id of their own: the path segment that stands for them. */
  singleton?: string
  /** Where our own operations find them: `/control/<collection>/<id>`. */
  collection?: string
  access: Access
  /** It is an item of lists only: nothing has its id. */
  listed?: boolean
  /** For ids that tell by themselves what they are the id of: such nodes have no row in `nodes`. */
  knows?(id: string): boolean
  load(read: Read, id: string): Promise<N | undefined>
  fields: { [name: string]: Field<N> }
  /** The account or business that owns it, for the permission check; undefined when everyone may see it. */
  owner?(node: N): Owner
}

/** A field that takes parameters: its reader is checked against their schema. */
export const fieldWith = <N, P extends z.ZodType>(
  field: Omit<Field<N>, 'params' | 'read'> & {
    params: P
    read(node: N, context: FieldContext, params: z.output<P>): unknown
  },
): Field<N> => field as Field<N>

export const node = <N>(kind: NodeKind<N>): NodeKind<N> => kind

// biome-ignore lint/suspicious/noExplicitAny: a list of kinds holds nodes of every type
export type AnyKind = NodeKind<any>
