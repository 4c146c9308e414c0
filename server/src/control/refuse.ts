import { Refused } from '../domain/refusals.ts'
import type { Read } from '../store/read.ts'

/** Says no to a control call, with a sentence that tells what to do instead. */
export const refusal = (sentence: string): Refused =>
  new Refused({ name: 'InvalidParameter', code: 100, http: 400, message: sentence })

/** Throws a refusal when something has the id already that was asked for. */
export async function assertFree(read: Read, id: string | undefined): Promise<void> {
  if (id === undefined || !(await read.nodes.find(id))) return
  throw refusal(`The id ${id} is taken. Give another one, or leave it out.`)
}
