import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Task } from '../domain/accounts/tasks.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { Read } from '../store/read.ts'
import type { Page, Paged } from '../store/records.ts'
import type { Unit } from '../store/store.ts'
import type { Access, Caller } from './access.ts'
import type { Io, StoredBlob } from './io.ts'
import type { AnyKind, NodeKind } from './node.ts'
import type { Version } from './versions.ts'

export type Method = 'GET' | 'POST' | 'DELETE'

/** What a caller may rely on. Dispatcher, OpenAPI, command line and documents read it; nothing in it runs. */
export interface Contract<N, P extends z.ZodType, R extends z.ZodType> {
  on: NodeKind<N>
  /** None: the operation is on the node itself. `message_qrdls/{code}` is one item of an edge, named by a parameter. */
  edge?: string
  method: Method
  /** Intent in camel case, unique: `sendMessage`. */
  name: string
  summary: string
  /** The official page, below developers.facebook.com/documentation/business-messaging/whatsapp/. */
  docs?: string
  access: Access
  /** Any of these lets somebody do it who is assigned to the account; otherwise its kind and edge tell. */
  tasks?: readonly Task[]
  /** Only admins of the portfolio may. */
  admin?: boolean
  /** What a caller without the permission is told, where it is not the general sentence. */
  denied?: Refusal
  params: P
  returns: R
  /** Every refusal of its own; those of the kernel are understood. */
  refusals?: readonly Pick<Refusal, 'name' | 'code' | 'message'>[]
  since?: Version
  until?: Version
  /** For a list: the fields of an item when none are named, where they are not those of its kind. */
  byDefault?: readonly string[]
  /** Unknown parameters are refused; otherwise they are ignored. */
  strict?: boolean
  /** One path with two meanings: this one is meant when the parameter is there. */
  when?: string
  /** The body is bytes of a file: they come as the parameter `file`, and their header as `file_offset`. */
  body?: 'bytes'
  /** `shared` units of one node run side by side; they may not change records. */
  units?: 'shared'
}

/** What a handler gets. It may run more than once, so it does nothing but read and stage. */
export interface Call<N, P, B> extends Unit {
  node: N
  params: P
  caller: Caller
  version: string
  baseUrl: string
  /** The URL of this call with another cursor. */
  pageLink(cursor: { after?: string; before?: string }): string
  /** Signs links of this server. */
  sign(text: string): string
  /** What `before` made. */
  before: B
}

/** Real I/O: it comes before the first read, and happens once. */
export interface Preparation<N, P> {
  node: N
  params: P
  caller: Caller
  io: Io
  /** Committed state, for what has to be looked up before the unit begins. */
  read: Read
  now: number
  baseUrl: string
}

export interface Operation {
  // biome-ignore lint/suspicious/noExplicitAny: a list of operations holds contracts of every type
  contract: Contract<any, z.ZodType, z.ZodType>
  // biome-ignore lint/suspicious/noExplicitAny: see above
  before?: (preparation: Preparation<any, any>) => Promise<unknown>
  // biome-ignore lint/suspicious/noExplicitAny: see above
  handle?: (call: Call<any, any, any>) => Promise<unknown>
  // biome-ignore lint/suspicious/noExplicitAny: see above
  list?: (call: Call<any, any, any>, page: Page) => Promise<Paged<any>>
  // biome-ignore lint/suspicious/noExplicitAny: see above
  of?: NodeKind<any>
  // biome-ignore lint/suspicious/noExplicitAny: see above
  totals?: Totals<any, any>
}

/** A refusal that keeps what the unit staged: a wrong guess is counted, and half of a list is done. */
export class RefusedButKept {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    this.refusal = refusal
  }
}

/**
 * Declares an operation in two steps, so that the handler is checked against the contract:
 * `operation({…}).run(async ({ node, params, read, stage }) => …)`.
 */
export function operation<N, P extends z.ZodType, R extends z.ZodType>(contract: Contract<N, P, R>) {
  const runWith = <B>(before?: (preparation: Preparation<N, z.output<P>>) => Promise<B>) => ({
    run: (handle: (call: Call<N, z.output<P>, B>) => Promise<z.input<R> | RefusedButKept>): Operation => ({
      contract,
      ...(before ? { before } : {}),
      handle,
    }),
  })
  return {
    ...runWith<undefined>(),
    before: <B>(before: (preparation: Preparation<N, z.output<P>>) => Promise<B>) => runWith<B>(before),
  }
}

/** An edge that pages through nodes: it names a page of them, and the kernel does the rest. */
export function listing<N, M, P extends z.ZodType>(
  contract: Omit<Contract<N, P, z.ZodType>, 'method' | 'returns'> & {
    of: NodeKind<M>
    totals?: Totals<N, z.output<P>>
  },
  list: (call: Call<N, z.output<P>, undefined>, page: Page) => Promise<Paged<M>>,
): Operation {
  const { of, totals, ...rest } = contract
  return {
    contract: { ...rest, method: 'GET', returns: pageSchema(of) },
    of,
    list,
    ...(totals ? { totals } : {}),
  }
}

/** What `summary=` may ask of an edge besides `total_count`. Each is read only when it is asked for. */
export interface Totals<N, P> {
  [member: string]: (call: Call<N, P, undefined>) => unknown
}

const pageSchema = (of: AnyKind): z.ZodType =>
  z.looseObject({
    data: z.array(
      z.looseObject(
        Object.fromEntries(Object.entries(of.fields).map(([name, field]) => [name, field.schema.optional()])),
      ),
    ),
    paging: z
      .looseObject({
        cursors: z.looseObject({ before: z.string(), after: z.string() }).optional(),
        next: z.string().optional(),
        previous: z.string().optional(),
      })
      .optional(),
    summary: z.looseObject({ total_count: z.number().optional() }).optional(),
  })

export const Success = z.object({ success: z.literal(true) })
export const success = { success: true } as const
export const NoParams = z.looseObject({})

/** A file that came with the call; its bytes already lie in the blob store. Nothing that a body says can look like one. */
export class UploadedFile {
  readonly blob: string
  readonly file_size: number
  /** Hex. */
  readonly sha256: string
  readonly filename?: string
  readonly mime_type?: string
  constructor(file: StoredBlob & { filename?: string; mime_type?: string }) {
    this.blob = file.blob
    this.file_size = file.file_size
    this.sha256 = file.sha256
    if (file.filename !== undefined) this.filename = file.filename
    if (file.mime_type !== undefined) this.mime_type = file.mime_type
  }
}

export const File = z.instanceof(UploadedFile).meta({ type: 'string', format: 'binary' })

/** Bytes as an answer. */
export interface BytesAnswer {
  blob: string
  /** Bytes that were made for this answer and lie in no blob store; `blob` is empty then. */
  bytes?: Uint8Array
  /** The same, made while they are sent: `file_size` is 0 then, since nobody knows it yet. */
  stream?: Readable
  mime_type: string
  file_size: number
  filename?: string
}
export const Bytes = z.looseObject({
  blob: z.string(),
  bytes: z.custom<Uint8Array>(value => value instanceof Uint8Array).optional(),
  stream: z.custom<Readable>(value => value instanceof Readable).optional(),
  mime_type: z.string(),
  file_size: z.number(),
})
