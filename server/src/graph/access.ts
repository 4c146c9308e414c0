import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { App } from '../domain/accounts/apps.ts'
import { endOf } from '../domain/accounts/token-ends.ts'
import type { Scope, Token } from '../domain/accounts/tokens.ts'
import {
  AppSecretProofRequired,
  AppTokenRequired,
  ExpiredToken,
  InvalidAppSecretProof,
  InvalidParameter,
  InvalidToken,
  MissingToken,
  PermissionRequired,
} from '../domain/catalogue.ts'
import { type Refusal, Refused } from '../domain/refusals.ts'
import type { Read } from '../store/read.ts'
import { textOf } from './params.ts'

/**
 * Who may call: anybody, an app (with its own token), a token with any one of these permissions, a token as such, or
 * whoever holds the control secret.
 */
export type Access = 'none' | 'app' | 'token' | 'control' | readonly Scope[]

export type Caller =
  | { kind: 'none' }
  | { kind: 'control' }
  | { kind: 'app'; app: App }
  | { kind: 'token'; token: Token; app: App }

/** The app behind a token; other callers have none. */
export function appIdOf(caller: Caller): string {
  if (caller.kind === 'token' || caller.kind === 'app') return caller.app.id
  throw new Refused(InvalidParameter('An app has to ask for this with its token.'))
}

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Hashing costs more than the rest of the check; the same few tokens come again and again. */
const HASHES_KEPT = 1000
const hashes = new Map<string, string>()

function cachedHash(token: string): string {
  let hash = hashes.get(token)
  if (hash) return hash
  hash = tokenHash(token)
  if (hashes.size >= HASHES_KEPT) hashes.clear()
  hashes.set(token, hash)
  return hash
}

/** Who holds this token. Throws Refused when it is missing, unknown, expired or ended. */
export async function identify(token: string | undefined, read: Read, now: number): Promise<Caller> {
  if (!token) throw new Refused(MissingToken)
  const bar = token.indexOf('|')
  if (bar > 0) return identifyApp(token.slice(0, bar), token.slice(bar + 1), read)
  const record = await read.tokens.find(cachedHash(token))
  if (!record) throw new Refused(InvalidToken)
  const app = await read.apps.find(record.app_id)
  if (!app) throw new Refused(InvalidToken)
  if (record.ended) throw new Refused(endOf(record.ended, app.id))
  if (record.expires_at !== 0 && record.expires_at <= now) throw new Refused(ExpiredToken(record.expires_at, now))
  return { kind: 'token', token: record, app }
}

async function identifyApp(appId: string, secret: string, read: Read): Promise<Caller> {
  const app = await read.apps.find(appId)
  if (!app || !sameText(app.secret, secret)) throw new Refused(InvalidToken)
  return { kind: 'app', app }
}

/** Compares secrets without telling by the time it takes. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  const right = createHash('sha256').update(b).digest()
  return timingSafeEqual(left, right)
}

/** A proof that the caller knows the app's secret, checked whenever one is given. */
export function checkProof(caller: Caller, token: string | undefined, proof: unknown): Refusal | undefined {
  if (caller.kind !== 'token' || token === undefined) return undefined
  if (proof === undefined) return caller.app.require_proof ? AppSecretProofRequired : undefined
  const expected = createHmac('sha256', caller.app.secret).update(token).digest('hex')
  return sameText(textOf(proof), expected) ? undefined : InvalidAppSecretProof
}

/** Whose a node is, and with which portfolios its account is shared. */
export interface Owner {
  account_id?: string
  business_id?: string
  partners?: readonly string[]
}

/** Whether a caller's token reaches a business and, within it, an account. */
export function reaches(caller: Caller, { account_id, business_id, partners }: Owner): boolean {
  if (caller.kind === 'control' || caller.kind === 'none') return true
  const mine = caller.kind === 'app' ? caller.app.business_id : caller.token.business_id
  if (business_id !== undefined && business_id !== mine && !partners?.includes(mine)) return false
  if (caller.kind === 'app') return true
  const { account_ids } = caller.token
  return account_id === undefined || !account_ids || account_ids.includes(account_id)
}

/** Whether a token has any of these permissions and, where it is named, has it for the account. */
function hasScope(caller: Caller, scopes: readonly Scope[], accountId?: string): boolean {
  if (caller.kind !== 'token') return caller.kind === 'control'
  const { token } = caller
  return scopes.some(scope => {
    if (!token.scopes.includes(scope)) return false
    const targets = token.targets?.[scope]
    return !targets || accountId === undefined || targets.includes(accountId)
  })
}

/** Throws Refused when the caller may not call what has this access; `denied` is said instead of the general sentence. */
export function checkAccess(access: Access, caller: Caller, denied?: Refusal, accountId?: string): void {
  if (access === 'none' || access === 'control' || caller.kind === 'control') return
  if (access === 'token') return
  if (access === 'app') {
    if (caller.kind === 'app') return
    throw new Refused(AppTokenRequired)
  }
  if (hasScope(caller, access, accountId)) return
  throw new Refused(denied ?? PermissionRequired(access[0]!))
}
