import { InvalidParameter } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Read } from '../../store/read.ts'

/** The ids of templates of an account, each once. Throws Refused for one that is not there. */
export async function membersOf(accountId: string, ids: readonly string[], read: Read): Promise<string[]> {
  for (const id of ids) {
    const template = await read.templates.find(id)
    if (template?.account_id !== accountId || template.status === 'DELETED') {
      throw new Refused(InvalidParameter(`There is no message template with the id ${id}.`))
    }
  }
  return [...new Set(ids)]
}
