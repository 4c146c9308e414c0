import { checksIdentity } from '../../domain/messaging/identity.ts'
import { ROLLOUTS, type Rollout } from '../../domain/rollout.ts'
import type { PayloadFacts } from '../field.ts'

/** How webhooks name the customer, by what has been rolled out and by what the person shows. */
export interface Person {
  wa_id?: string
  user_id?: string
  parent_user_id?: string
  username?: string
  identity_key_hash?: string
}

export const rolloutIn = ({ rollout }: PayloadFacts): Rollout => rollout ?? ROLLOUTS

export const headOf = ({ number }: PayloadFacts) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: number?.digits ?? '', phone_number_id: number?.id ?? '' },
})

/** `phone` is the number, unless it has to be left out. */
export function personOf(phone: string | undefined, userId: string | undefined, facts: PayloadFacts): Person {
  const { customer, number } = facts
  const { user_ids, parent_user_ids } = rolloutIn(facts)
  const person: Person = {}
  if (phone !== undefined) person.wa_id = phone
  if (userId !== undefined && user_ids) person.user_id = userId
  if (customer?.parent_user_id && parent_user_ids) person.parent_user_id = customer.parent_user_id
  if (customer?.username && user_ids) person.username = customer.username
  if (customer?.identity_key_hash && number && checksIdentity(number))
    person.identity_key_hash = customer.identity_key_hash
  return person
}

/** One of `contacts`. */
export function contact(name: string, person: Person, shows: { username: boolean; identity: boolean }) {
  const { wa_id, user_id, parent_user_id, username, identity_key_hash } = person
  return {
    profile: { name, ...(username && shows.username ? { username } : {}) },
    ...(wa_id === undefined ? {} : { wa_id }),
    ...(user_id === undefined ? {} : { user_id }),
    ...(parent_user_id === undefined ? {} : { parent_user_id }),
    ...(identity_key_hash && shows.identity ? { identity_key_hash } : {}),
  }
}
