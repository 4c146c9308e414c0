import type { Account } from '../../domain/accounts/model.ts'
import { type Decision, inStanding, standingOf, standings } from '../../domain/accounts/standing.ts'
import type { Stored } from '../../domain/stored.ts'
import { refusal } from '../refuse.ts'

/** The account after a decision. Throws a refusal when it cannot be taken on an account that stands as this one does. */
export function decided(account: Stored<Account>, decision: Decision, banAt = 0): Stored<Account> {
  const standing = standingOf(account)
  const next = standings[standing][decision]
  if (!next) {
    const possible = Object.keys(standings[standing]).join(', ')
    throw refusal(`Account ${account.name} is ${standing}. What can be decided now: ${possible}.`)
  }
  return inStanding(account, next, banAt)
}
