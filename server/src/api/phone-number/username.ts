import { z } from 'zod'
import {
  AccountNotRegistered,
  UsernameInvalid,
  UsernameTaken,
  UsernameTransferRequired,
} from '../../domain/catalogue.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import { Refused } from '../../domain/refusals.ts'
import { suggestedUsernames, usernameFault } from '../../domain/usernames.ts'
import { NoParams, operation } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import type { Stage } from '../../store/stage.ts'
import { PhoneNumberNode } from './node.ts'

const TRANSFERS = ['none', 'force_transfer'] as const
const approved = 'approved' as const

const contract = {
  on: PhoneNumberNode,
  docs: 'business-usernames',
  access: ['whatsapp_business_management'] as const,
}

export const getUsername = operation({
  ...contract,
  edge: 'username',
  method: 'GET',
  name: 'getUsername',
  summary: 'The username of the number.',
  params: NoParams,
  returns: z.object({ username: z.string().optional(), status: z.literal(approved).optional() }),
}).run(async ({ node: { username } }) => (username === undefined ? {} : { username, status: approved }))

export const setUsername = operation({
  ...contract,
  edge: 'username',
  method: 'POST',
  name: 'setUsername',
  summary: 'Take a username, or change it; force_transfer takes it from another number of the portfolio.',
  params: z.looseObject({ username: z.string(), transfer_action: z.enum(TRANSFERS).optional() }),
  returns: z.object({ status: z.literal(approved) }),
  refusals: [UsernameInvalid(''), UsernameTaken, UsernameTransferRequired, AccountNotRegistered],
}).run(async ({ node: number, params, read, stage, now, record }) => {
  if (number.registered_at === undefined) throw new Refused(AccountNotRegistered)
  const changed = { ...number }
  await takeUsername(read, stage, changed, params.username, params.transfer_action ?? 'none')
  stage.numbers.change(changed)
  const { id: phone_number_id, account_id } = number
  record({ type: 'number.changed', at: now, account_id, phone_number_id })
  // It is reserved first, and approved at once.
  record({ type: 'number.username_changed', at: now, account_id, phone_number_id, username: params.username })
  return { status: approved }
})

export const deleteUsername = operation({
  ...contract,
  edge: 'username',
  method: 'DELETE',
  name: 'deleteUsername',
  summary: 'Give the username back.',
  params: NoParams,
  returns: z.object({ success: z.boolean() }),
}).run(async ({ node: number, stage, now, record }) => {
  const { username, ...rest } = number
  if (username === undefined) return { success: false }
  giveUsernameBack(stage, username)
  stage.numbers.change(rest)
  record({ type: 'number.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
  return { success: true }
})

export const suggestUsernames = operation({
  ...contract,
  edge: 'username_suggestions',
  method: 'GET',
  name: 'suggestUsernames',
  summary: 'Usernames that are free and look like the display name.',
  params: NoParams,
  returns: z.object({ data: z.array(z.object({ username_suggestions: z.array(z.string()) })) }),
}).run(async ({ node: number, read }) => {
  const taken = new Set((await read.numbers.all()).map(({ username }) => username?.toLowerCase()))
  const free = suggestedUsernames(number.verified_name).filter(name => !taken.has(name))
  return { data: [{ username_suggestions: free }] }
})

/** Not a kind that the Graph can read: it only keeps a name from being taken twice. */
const USERNAME_NODE = 'Username'
const usernameNode = (username: string): string => `username/${username.toLowerCase()}`

/** The name is free again, unless it is the one that comes next. */
export function giveUsernameBack(stage: Stage, username: string, next = ''): void {
  if (username.toLowerCase() !== next.toLowerCase()) stage.dropNode(usernameNode(username))
}

/** Gives a number a username, and takes it from another number where that is asked for. Throws Refused when it cannot be. */
export async function takeUsername(
  read: Read,
  stage: Stage,
  number: PhoneNumber,
  username: string,
  transfer: (typeof TRANSFERS)[number],
): Promise<void> {
  const fault = usernameFault(username)
  if (fault) throw new Refused(UsernameInvalid(`A username ${fault}.`))
  const holder = (await read.numbers.all()).find(
    one => one.id !== number.id && one.username?.toLowerCase() === username.toLowerCase(),
  )
  if (holder) {
    const [theirs, ours] = await Promise.all([holder, number].map(one => read.accounts.find(one.account_id)))
    if (theirs?.business_id !== ours?.business_id) throw new Refused(UsernameTaken)
    if (transfer === 'none') throw new Refused(UsernameTransferRequired)
    const { username: _, ...rest } = holder
    stage.numbers.change(rest)
  } else if (number.username?.toLowerCase() !== username.toLowerCase()) {
    // Two that ask for it at the same time find out here: the row is there once.
    stage.node(usernameNode(username), USERNAME_NODE, number.id)
  }
  if (number.username !== undefined) giveUsernameBack(stage, number.username, username)
  number.username = username
}
