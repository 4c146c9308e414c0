import { isSending } from '../domain/call-limits.ts'
import {
  InvalidParameter,
  MissingTokenForMe,
  NotInCollection,
  ServiceUnavailable,
  UnknownError,
  UnsupportedRequest,
} from '../domain/catalogue.ts'
import type { Refusal } from '../domain/refusals.ts'
import { Refused } from '../domain/refusals.ts'
import type { Ids } from '../runtime/ids.ts'
import { ConnectionLost } from '../store/connection-lost.ts'
import { NotCommitted, type Store } from '../store/store.ts'
import { type Caller, checkAccess, checkProof, identify, type Owner, reaches } from './access.ts'
import type { CallUsage, Usage } from './call-usage.ts'
import { autoUpgraded, type Notice, withDebug } from './debug.ts'
import { parseFields } from './fields.ts'
import { checkGrip, gripOf } from './grip.ts'
import { idsOf } from './ids.ts'
import type { Io } from './io.ts'
import { metadataOf } from './metadata.ts'
import { type Operation, RefusedButKept } from './operation.ts'
import { type RawParams, textOf } from './params.ts'
import { perform } from './perform.ts'
import { READING, raiseFault } from './raise-fault.ts'
import { fieldsAfterWrite, readAfterWrite } from './read-after-write.ts'
import { type ListContext, listEdge, readNode } from './read-node.ts'
import type { KindOperations, Registry } from './registry.ts'
import { choose, edgeOf, find, locate, methodOf, type Target } from './route.ts'
import { DEFAULT_VERSION, servedVersion, type Version } from './versions.ts'

/** A call as the kernel sees it: no headers, no bytes. */
export interface GraphRequest {
  realm: 'graph' | 'control'
  method: string
  /** Path segments, percent-decoded, empty ones left out. */
  path: string[]
  /** Query and body, merged. */
  params: RawParams
  token?: string
  /** Where the caller reached the server, without a trailing slash. */
  baseUrl: string
  /** Names this call for repeatable ids. */
  name: string
}

export type GraphAnswer = {
  version: string
  account_id?: string
  asked?: string
  usage?: Usage
  /** The call was of the use case of sending, however it ended. */
  sends?: boolean
} & (
  | { ok: true; body: unknown; operation?: Operation; app_id?: string }
  | { ok: false; refusal: Refusal; cause?: unknown }
)

export interface Kernel {
  registry: Registry
  store: Store
  io: Io
  now: () => number
  ids: Ids
  sign: (text: string) => string
  /** Counts calls against their limits. */
  usage?: CallUsage
  /** In a repeatable world: finishes what earlier calls have set off, before the next one begins. */
  quiet?: () => Promise<unknown>
  /** Checks every answer against its declared schema: for tests, not for production. */
  checkAnswers?: boolean
}

/**
 * Answers one call: version → token → node of the id → operation → permission → parameters → handler.
 * Never rejects: whatever goes wrong becomes a refusal, and what is our own fault becomes one bland one.
 */
export async function dispatch(kernel: Kernel, request: GraphRequest): Promise<GraphAnswer> {
  const state: State = { version: DEFAULT_VERSION }
  const notices: Notice[] = []
  try {
    await kernel.quiet?.()
    const answered = await answer(kernel, request, state, notices)
    if (request.params.debug === undefined || !answered.ok) return answered
    return { ...answered, body: withDebug(answered.body, request.params, notices) }
  } catch (error) {
    return { ok: false, ...state, refusal: refusalOf(error), ...(error instanceof Refused ? {} : { cause: error }) }
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal
  const outage = outageOf(error)
  if (outage) return { ...ServiceUnavailable, details: OUTAGES[outage] }
  if (!(error instanceof NotCommitted)) return UnknownError
  if (error.outcome.kind === 'conflict') return InvalidParameter(`${error.outcome.on} is already taken.`)
  return error.outcome.kind === 'failed' ? UnknownError : ServiceUnavailable
}

const OUTAGES = {
  full: 'The server has no room left on its disk. Nothing was accepted.',
  unreachable: 'The server cannot reach its database. Nothing was accepted.',
  'in doubt':
    'The server lost its database in the middle of this call. Look whether it was accepted before you repeat it.',
} as const

function outageOf(error: unknown): keyof typeof OUTAGES | undefined {
  if (error instanceof ConnectionLost) return 'unreachable'
  const kind = error instanceof NotCommitted ? error.outcome.kind : 'failed'
  return kind in OUTAGES ? (kind as keyof typeof OUTAGES) : undefined
}

/** What is known of a call by the time it is answered, however it ends. */
interface State {
  version: Version
  /** The version as the caller wrote it. */
  asked?: string
  account_id?: string
  usage?: Usage
  sends?: boolean
}

async function answer(kernel: Kernel, request: GraphRequest, state: State, notices: Notice[]): Promise<GraphAnswer> {
  const { registry } = kernel
  const now = kernel.now()
  const params = request.params
  const method = methodOf(request)
  const segments = [...request.path]
  const asked = request.realm === 'graph' && segments[0] !== undefined ? servedVersion(segments[0]) : undefined
  if (asked) {
    state.version = asked
    state.asked = segments.shift()!
    if (state.asked !== asked) notices.push(autoUpgraded(state.asked, asked))
  }
  const place = locate(registry, request.realm, segments)
  const open = place?.entry.kind.access === 'none'
  const caller: Caller =
    request.realm === 'control'
      ? { kind: 'control' }
      : open
        ? { kind: 'none' }
        : await callerOf(kernel, request, segments, now)
  if (!asked && caller.kind !== 'none' && caller.kind !== 'control')
    state.version = caller.app.default_version as Version
  const proofRefusal = checkProof(caller, request.token, params.appsecret_proof)
  if (proofRefusal) throw new Refused(proofRefusal)

  const visit: Visit = { kernel, request, state, notices, caller, method, now }
  const ids = idsOf(registry, method, segments, params)
  if (!ids) return answerAt(visit, segments, place)
  const { ids: _, ...alone } = params
  const body: Record<string, unknown> = {}
  for (const id of ids) {
    const path = [...(state.asked ? [state.asked] : []), id, ...segments]
    const one = await answerAt({ ...visit, request: { ...request, path, params: alone } }, [id, ...segments])
    if (!one.ok) return one
    body[id] = one.body
  }
  return { ok: true, ...state, ...appOf(caller), body }
}

/** A call whose caller is known, on its way to a node. */
interface Visit {
  kernel: Kernel
  request: GraphRequest
  state: State
  notices: Notice[]
  caller: Caller
  method: string
  now: number
}

async function answerAt(visit: Visit, segments: string[], place?: Target): Promise<GraphAnswer> {
  const { kernel, state, caller, method, now } = visit
  const target = place ?? (await find(kernel, caller, segments, method))
  const { entry, id, rest } = target
  const { edge, named } = edgeOf(entry, rest)
  const request = named ? { ...visit.request, params: { ...visit.request.params, ...named } } : visit.request
  const { params } = request
  const found = await loadNode(kernel, caller, entry, id, method)
  if (found.account_id !== undefined) state.account_id = found.account_id
  const operation = choose(entry, edge, method, request, id, state.version)
  if (operation) state.sends = isSending(entry.kind.name, edge, operation.contract.access)
  await kernel.usage?.count(
    { caller, kind: entry.kind.name, edge, method, now, ...found },
    kernel.store.read,
    usage => {
      state.usage = usage
    },
  )
  const grip = await gripOf(caller, found.account_id, kernel.store.read)
  const context: ListContext = { kernel, caller, version: state.version, baseUrl: request.baseUrl, now, request }
  if (!operation) {
    checkAccess(entry.kind.access, caller, undefined, found.account_id)
    checkGrip(grip, found.account_id)
    await raiseFault(kernel, request, READING, id)
    const selection = params.fields === undefined ? undefined : parseFields(textOf(params.fields))
    const body = await readNode(context, entry, found.node, selection)
    if (isOn(params.metadata)) {
      const versioned = `${request.baseUrl}/${state.version}/${id}`
      body.metadata = metadataOf(entry, state.version, versioned)
    }
    return { ok: true, ...state, ...appOf(caller), body }
  }
  checkAccess(operation.contract.access, caller, operation.contract.denied, found.account_id)
  checkGrip(grip, found.account_id, operation.contract)
  await raiseFault(kernel, request, operation.contract.name, id)
  if (operation.list) {
    return {
      ok: true,
      ...state,
      ...appOf(caller),
      operation,
      body: await listEdge(context, operation, found.node, params),
    }
  }
  const wanted = fieldsAfterWrite(operation, params)
  const performed = await perform(kernel, operation, { node: found.node, id, caller, request, version: state.version })
  if (performed instanceof RefusedButKept) throw new Refused(performed.refusal)
  if (kernel.checkAnswers) operation.contract.returns.parse(performed)
  const body = wanted ? await readAfterWrite(context, target, performed, wanted, visit.notices) : performed
  return { ok: true, ...state, ...appOf(caller), operation, body }
}

const isOn = (value: unknown): boolean => value === '1' || value === 1 || value === 'true' || value === true

const appOf = (caller: Caller): { app_id?: string } =>
  caller.kind === 'token' || caller.kind === 'app' ? { app_id: caller.app.id } : {}

async function callerOf(kernel: Kernel, request: GraphRequest, segments: string[], now: number): Promise<Caller> {
  if (!request.token && segments[0] === 'me') throw new Refused(MissingTokenForMe)
  return identify(request.token, kernel.store.read, now)
}

/** Below /control an id is known to be none of its collection, and there is nobody to keep that from. */
function unknown({ registry }: Kernel, { kind }: KindOperations, id: string, method: string): Refusal {
  const { collection } = kind
  if (!collection) return UnsupportedRequest(method, id)
  return NotInCollection(id, `/control/${collection}`, registry.singletons.has(collection))
}

/** An id that exists but is out of the caller's reach looks like one that does not exist. */
async function loadNode(
  kernel: Kernel,
  caller: Caller,
  entry: KindOperations,
  id: string,
  method: string,
): Promise<{ node: unknown; account_id?: string }> {
  const { read } = kernel.store
  const node = await entry.kind.load(read, id)
  if (node === undefined) throw new Refused(unknown(kernel, entry, id, method))
  const owner: Owner | undefined = entry.kind.owner?.(node)
  if (!owner) return { node }
  if (owner.account_id !== undefined) {
    const account = await read.accounts.find(owner.account_id)
    if (account?.deleted_at !== undefined) throw new Refused(UnsupportedRequest(method, id))
    if (account) owner.business_id ??= account.business_id
    if (account?.partners) owner.partners = account.partners
  }
  if (!reaches(caller, owner)) throw new Refused(UnsupportedRequest(method, id))
  return { node, ...(owner.account_id === undefined ? {} : { account_id: owner.account_id }) }
}
