import { z } from 'zod'
import { MalformedRecipient, ParameterRequired } from '../../domain/catalogue.ts'
import { phoneDigits } from '../../domain/messaging/recipient.ts'
import { MAX_BLOCKED_AT_ONCE } from '../../domain/numbers/block.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { publicMessage, type Refusal } from '../../domain/refusals.ts'
import type { Read } from '../../store/read.ts'
import { resolveRecipient } from './message/resolve-recipient.ts'

export const BlockList = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  block_users: z
    .array(z.looseObject({ user: z.string().optional(), user_id: z.string().optional() }))
    .min(1)
    .max(MAX_BLOCKED_AT_ONCE)
    .describe('A phone number in `user` or a business-scoped id in `user_id`; `user` wins.'),
})

type Entry = z.output<typeof BlockList>['block_users'][number]

/** One entry that was done. */
export const Done = z.object({ input: z.string(), wa_id: z.string().optional(), user_id: z.string().optional() })

/** Whom an entry means, and how the answer calls him. */
interface Meant {
  customerId: string
  done: z.output<typeof Done>
}

/**
 * Goes through a list, and keeps apart what was done and what was not. `act` says why somebody cannot be blocked, or
 * does it.
 */
export async function forEachUser(
  entries: readonly Entry[],
  number: PhoneNumber,
  read: Read,
  act: (customerId: string) => Promise<Refusal | undefined>,
): Promise<{ done: Meant['done'][]; failed: object[] }> {
  const done: Meant['done'][] = []
  const failed: object[] = []
  for (const entry of entries) {
    const meant = await meantBy(entry, number, read)
    if ('code' in meant) {
      failed.push(failedEntry(entry, meant))
      continue
    }
    const refusal = await act(meant.customerId)
    if (refusal) failed.push(failedEntry(entry, refusal, meant.done.wa_id))
    else done.push(meant.done)
  }
  return { done, failed }
}

/** Whom an entry of the list means; a refusal when it is nobody's address. */
async function meantBy(entry: Entry, number: PhoneNumber, read: Read): Promise<Meant | Refusal> {
  const { user, user_id } = entry
  if (!user && !user_id) return ParameterRequired("block_users['user']")
  if (!user) {
    const resolved = await resolveRecipient({ kind: 'user', input: user_id!, userId: user_id! }, read)
    return { customerId: resolved.customerId, done: { input: user_id!, user_id: user_id! } }
  }
  const waId = phoneDigits(user, number.digits)
  if (waId === undefined) return MalformedRecipient
  const { customerId } = await resolveRecipient({ kind: 'phone', input: user, waId }, read)
  return { customerId, done: { input: user, wa_id: customerId } }
}

/** An entry that was not done, as the answer lists it. */
const failedEntry = (entry: Entry, refusal: Refusal, waId?: string) => ({
  input: entry.user ?? entry.user_id ?? '',
  ...(waId ? { wa_id: waId } : {}),
  errors: [
    {
      message: publicMessage(refusal),
      code: refusal.code,
      ...(refusal.details ? { error_data: { details: refusal.details } } : {}),
    },
  ],
})
