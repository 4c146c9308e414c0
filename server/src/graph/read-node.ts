import { NonexistingField } from '../domain/catalogue.ts'
import { Refused } from '../domain/refusals.ts'
import type { Paged } from '../store/records.ts'
import { type Caller, checkAccess } from './access.ts'
import type { GraphRequest, Kernel } from './dispatch.ts'
import { fieldsText, parseFields, type Selection } from './fields.ts'
import { checkFieldGrip, checkGrip, gripOf } from './grip.ts'
import type { AnyKind, FieldContext } from './node.ts'
import type { Call, Operation, Totals } from './operation.ts'
import { pagingOf, readPage } from './paging.ts'
import { parseParams, type RawParams, textOf } from './params.ts'
import type { KindOperations } from './registry.ts'
import { inVersion, servedVersion, type Version } from './versions.ts'

/** What reading needs besides the node. */
export interface ListContext {
  kernel: Kernel
  caller: Caller
  version: Version
  baseUrl: string
  now: number
  request: GraphRequest
}

function fieldContext({ kernel, version, baseUrl, now, caller }: ListContext): FieldContext {
  const appId = caller.kind === 'token' || caller.kind === 'app' ? { appId: caller.app.id } : {}
  const businessId = caller.kind === 'token' ? { businessId: caller.token.business_id } : {}
  return { read: kernel.store.read, now, version, baseUrl, sign: kernel.sign, ...appId, ...businessId }
}

/**
 * The fields of a node: those asked for, in that order, and always its id; or the defaults. Edges may be asked for like
 * fields. Unset fields are left out.
 */
export async function readNode(
  context: ListContext,
  entry: KindOperations,
  node: unknown,
  selection?: Selection[],
): Promise<Record<string, unknown>> {
  const { kind } = entry
  const fields = fieldContext(context)
  const answer: Record<string, unknown> = {}
  if (!selection) {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (!field.byDefault || !inVersion(field, context.version)) continue
      const value = await field.read(node, fields)
      if (value !== undefined && value !== null) answer[name] = value
    }
    return answer
  }
  for (const asked of selection) {
    const value = await readOne(context, entry, node, asked, fields)
    if (value !== undefined && value !== null) answer[asked.modifiers.as ?? asked.name] = value
  }
  if (!('id' in answer) && kind.fields.id) answer.id = await kind.fields.id.read(node, fields)
  return answer
}

async function readOne(
  context: ListContext,
  entry: KindOperations,
  node: unknown,
  asked: Selection,
  fields: FieldContext,
): Promise<unknown> {
  const field = Object.hasOwn(entry.kind.fields, asked.name) ? entry.kind.fields[asked.name] : undefined
  const accountId = entry.kind.owner?.(node)?.account_id
  if (field?.tasks) {
    checkFieldGrip(await gripOf(context.caller, accountId, context.kernel.store.read), field.tasks)
  }
  if (field && inVersion(field, context.version)) {
    if (field.access) checkAccess(field.access, context.caller, undefined, accountId)
    const params = field.params && parseParams(field.params, asked.modifiers)
    return narrow(await field.read(node, fields, params), asked.inner)
  }
  const edge = entry.edges.get(asked.name)?.get('GET')?.[0]
  if (!edge?.list || edge.contract.access === 'control')
    throw new Refused(NonexistingField(asked.name, entry.kind.name))
  checkAccess(edge.contract.access, context.caller, edge.contract.denied, accountId)
  checkGrip(await gripOf(context.caller, accountId, context.kernel.store.read), accountId, edge.contract)
  const { as: _, ...params } = asked.modifiers
  const id = await entry.kind.fields.id?.read(node, fields)
  return listEdge(contextBelow(context, String(id), asked), edge, node, params, asked.inner ?? [])
}

/** As if the edge had been called by itself: that is where links to its other pages lead. */
function contextBelow(context: ListContext, id: string, { name, inner }: Selection): ListContext {
  const { request } = context
  const version = request.path.slice(0, 1).filter(segment => servedVersion(segment) !== undefined)
  const { appsecret_proof } = request.params
  const params = {
    ...(appsecret_proof === undefined ? {} : { appsecret_proof }),
    ...(inner && inner.length > 0 ? { fields: fieldsText(inner) } : {}),
  }
  return { ...context, request: { ...request, realm: 'graph', path: [...version, id, name], params } }
}

/** `health_status{entities{id}}`: the named members of a plain object, or of each item of a list, as deep as they go. */
function narrow(value: unknown, inner: Selection[] | undefined): unknown {
  if (!inner || inner.length === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => narrow(item, inner))
  const object = value as Record<string, unknown>
  if (Array.isArray(object.data)) return { ...object, data: narrow(object.data, inner) }
  const asked = inner.filter(({ name }) => Object.hasOwn(object, name))
  return Object.fromEntries(asked.map(one => [one.modifiers.as ?? one.name, narrow(object[one.name], one.inner)]))
}

/** One page of an edge, each item with the fields asked for. `inner` is given for an edge inside a read. */
export async function listEdge(
  context: ListContext,
  operation: Operation,
  node: unknown,
  params: RawParams,
  inner?: Selection[],
): Promise<Record<string, unknown>> {
  const { kernel, caller, version, baseUrl, now } = context
  const kind = operation.of as AnyKind
  const parsed = parseParams(operation.contract.params, params)
  const fields = inner ?? (params.fields === undefined ? [] : parseFields(textOf(params.fields)))
  const call = {
    node,
    params: parsed,
    caller,
    version,
    baseUrl,
    now,
    read: kernel.store.read,
    ids: kernel.ids,
    exhausted: new Set<string>(),
  } as unknown as Call<unknown, unknown, undefined>
  const page = await operation.list!(call, readPage(params))
  // Whoever asks for no items wants the summary.
  if (textOf(params.limit) === '0') page.items = []
  const defaults = operation.contract.byDefault?.map((name): Selection => ({ name, modifiers: {} }))
  const below: KindOperations = kernel.registry.kinds.get(kind.name) ?? { kind, edges: new Map() }
  const data = await Promise.all(
    page.items.map(({ item }) => readNode(context, below, item, fields.length > 0 ? fields : defaults)),
  )
  const asked = inner ? { ...context.request.params, ...params } : params
  const paging = pagingOf(page, query => pageLink(context.request, asked, query))
  const summary = await summaryOf(operation, call, page, params.summary)
  return { data, ...(paging ? { paging } : {}), ...(summary ? { summary } : {}) }
}

/** `summary=true` or `1` for all that the edge can tell, or the names of some; unknown names are left out. */
async function summaryOf(
  operation: Operation,
  call: Call<unknown, unknown, undefined>,
  page: Paged<unknown>,
  asked: unknown,
): Promise<Record<string, unknown> | undefined> {
  if (asked === undefined || asked === 'false' || asked === '0' || asked === false || asked === 0) return undefined
  const members: Totals<unknown, unknown> = {
    ...(page.total === undefined ? {} : { total_count: () => page.total }),
    ...operation.totals,
  }
  const all = asked === '' || asked === 'true' || asked === '1' || asked === true || asked === 1
  const names = all
    ? Object.keys(members)
    : textOf(asked)
        .split(',')
        .map(name => name.trim())
  const known = names.filter(name => Object.hasOwn(members, name))
  return Object.fromEntries(await Promise.all(known.map(async name => [name, await members[name]!(call)])))
}

/** The URL of the next or previous page: the same call with another cursor. */
export function pageLink(
  request: GraphRequest,
  params: RawParams,
  cursor: { after?: string; before?: string },
): string {
  const query = new URLSearchParams()
  if (request.token && request.realm === 'graph') query.set('access_token', request.token)
  for (const [name, value] of Object.entries(params)) {
    if (name === 'after' || name === 'before' || name === 'access_token') continue
    query.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  if (!query.has('limit')) query.set('limit', '25')
  for (const [name, value] of Object.entries(cursor)) query.set(name, value)
  const prefix = request.realm === 'control' ? '/control' : ''
  return `${request.baseUrl}${prefix}/${request.path.map(encodeURIComponent).join('/')}?${query}`
}
