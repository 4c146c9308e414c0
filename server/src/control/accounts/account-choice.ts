import type { Account } from '../../domain/accounts/model.ts'
import type { Read } from '../../store/read.ts'
import { refusal } from '../refuse.ts'

/** The account that is named, else that of the first number of the world. */
export async function chosenAccount(read: Read, named?: string): Promise<Account> {
  const id = named ?? (await read.numbers.all())[0]?.account_id
  const account = id === undefined ? undefined : await read.accounts.find(id)
  if (account) return account
  if (named === undefined) throw refusal('There is no business number in this world, so name an account.')
  throw refusal(`There is no account ${named}. GET /control/world lists those that are there.`)
}
