import {
  ACCOUNT_CALLS,
  ACTIVE_ACCOUNT_CALLS,
  CALLS_PER_USER,
  CREDIT_CALLS,
  isAboutCredit,
  isCounted,
  USER_COUNTS_FOR,
} from '../domain/call-limits.ts'
import { Refused } from '../domain/refusals.ts'
import { accountCalls, appCalls } from '../domain/rules/call-rules.ts'
import type { Described } from '../domain/rules/rule.ts'
import { modeOf, RULEBOOK } from '../domain/rules/rulebook.ts'
import type { Read } from '../store/read.ts'
import type { Caller } from './access.ts'
import { type RollingCount, rollingCount } from './rolling-count.ts'

/** How much of an allowance is used, as the usage headers tell it. */
export interface Usage {
  /** Percent of the calls in an hour. */
  call_count: number
  /** Minutes; 0 while there is room. */
  estimated_time_to_regain_access: number
}

export interface CountedCall {
  caller: Caller
  /** Kind of the node, edge (`''` for the node itself) and method. */
  kind: string
  edge: string
  method: string
  account_id?: string
  now: number
}

/**
 * Counts the calls of each app: those that manage an account for this account, those about no account for the app, and of
 * these those about lines of credit by themselves.
 * Kept in memory, by each node for itself. Sending is not counted; throughput limits it.
 */
export function callUsage() {
  const counts = new Map<string, RollingCount>()
  const users = new Map<string, Map<string, number>>()
  /** Of each account, as of its last counted call, so that sending asks for nothing. */
  const allowances = new Map<string, number>()

  function countOf(key: string): RollingCount {
    const known = counts.get(key)
    if (known) return known
    const made = rollingCount()
    counts.set(key, made)
    return made
  }

  /** Users of an app whose tokens were seen in the last day. An app's own token is nobody's. */
  function usersOf(caller: Caller & { kind: 'app' | 'token' }, now: number): number {
    const seen = users.get(caller.app.id) ?? new Map<string, number>()
    users.set(caller.app.id, seen)
    if (caller.kind === 'token') seen.set(caller.token.user_id, now)
    for (const [user, at] of seen) if (now - at >= USER_COUNTS_FOR) seen.delete(user)
    return Math.max(seen.size, 1)
  }

  async function judge(rule: Described, used: number, limit: number, read: Read): Promise<void> {
    const mode = modeOf(await read.rulebook.find(RULEBOOK), rule.name, rule.usually)
    if (mode === 'always' || (mode === 'on' && used >= limit)) throw new Refused(rule.raises)
  }

  const usage = (count: RollingCount, limit: number, now: number): Usage => ({
    call_count: Math.min(Math.ceil((count.sum(now) / limit) * 100), 100),
    estimated_time_to_regain_access: count.minutesUntilBelow(limit, now),
  })

  return {
    /** Counts a call. `tell` gets the usage first; then Refused is thrown when there is no room. */
    async count(call: CountedCall, read: Read, tell: (usage: Usage) => void): Promise<void> {
      const { caller, account_id, kind, edge, method, now } = call
      if (caller.kind !== 'app' && caller.kind !== 'token') return
      const counted = account_id === undefined || isCounted(kind, edge, method)
      if (counted && account_id !== undefined) allowances.set(account_id, await allowance(account_id, read))
      const credit = account_id === undefined && isAboutCredit(kind, edge)
      const appLimit = () => (credit ? CREDIT_CALLS : usersOf(caller, now) * CALLS_PER_USER)
      const limit = account_id === undefined ? appLimit() : (allowances.get(account_id) ?? ACTIVE_ACCOUNT_CALLS)
      const count = countOf(`${caller.app.id}/${account_id ?? (credit ? 'credit' : '')}`)
      const used = count.sum(now)
      // What is refused is not counted, so that there is room again when the hour has passed.
      if (counted && used < limit) count.add(now)
      tell(usage(count, limit, now))
      if (counted) await judge(account_id === undefined ? appCalls : accountCalls, used, limit, read)
    },
  }
}

export type CallUsage = ReturnType<typeof callUsage>

async function allowance(accountId: string, read: Read): Promise<number> {
  const numbers = await read.numbers.ofAccount(accountId)
  return numbers.some(number => number.registered_at !== undefined) ? ACTIVE_ACCOUNT_CALLS : ACCOUNT_CALLS
}
