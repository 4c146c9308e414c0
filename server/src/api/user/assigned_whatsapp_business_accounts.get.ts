import { z } from 'zod'
import type { Account, Assignment } from '../../domain/accounts/model.ts'
import { standingOf } from '../../domain/accounts/standing.ts'
import { node } from '../../graph/node.ts'
import { listing, NoParams } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { UserNode } from './node.ts'

interface AssignedAccount {
  account: Account
  assignment: Assignment
}

const STATUS = {
  IN_REVIEW: 'PENDING',
  APPROVED: 'ACTIVE',
  REJECTED: 'DISABLED',
  BAN_SCHEDULED: 'RESTRICTED',
  BANNED: 'DISABLED',
  DELETED: 'DISABLED',
} as const

/** An account as somebody sees it who is assigned to it. NOTE: its fields are known from the OpenAPI document only. */
export const AssignedAccountNode = node<AssignedAccount>({
  name: 'AssignedAccount',
  summary: 'An account that a user is assigned to.',
  access: ['business_management', 'whatsapp_business_management'],
  listed: true,
  load: async () => undefined,
  fields: {
    id: { schema: z.string(), byDefault: true, read: ({ account }) => account.id },
    name: { schema: z.string(), byDefault: true, read: ({ account }) => account.name },
    status: {
      schema: z.enum(['ACTIVE', 'PENDING', 'RESTRICTED', 'DISABLED']),
      byDefault: true,
      read: ({ account }) => STATUS[standingOf(account)],
    },
    permissions: { schema: z.array(z.string()), byDefault: true, read: ({ assignment }) => assignment.tasks },
    assignment_date: {
      schema: z.string(),
      read: ({ assignment }) => `${new Date(assignment.assigned_at).toISOString().slice(0, 19)}Z`,
    },
    business_id: { schema: z.string(), read: ({ account }) => account.business_id },
    phone_numbers: {
      schema: z.array(z.looseObject({ id: z.string() })),
      read: async ({ account }, { read }) =>
        (await read.numbers.ofAccount(account.id)).map(
          ({ id, display_phone_number, verified_name, quality_rating, code_verification_status, status }) => ({
            id,
            display_phone_number,
            verified_name,
            quality_rating,
            code_verification_status,
            status,
          }),
        ),
    },
  },
})

export const listAssignedAccounts = listing(
  {
    on: UserNode,
    edge: 'assigned_whatsapp_business_accounts',
    of: AssignedAccountNode,
    name: 'listAssignedAccounts',
    summary: 'Accounts that the user is assigned to, and what for.',
    docs: 'solution-providers/manage-system-users',
    access: ['business_management', 'whatsapp_business_management'],
    params: NoParams,
  },
  async ({ node: user, read }, page) => {
    const accounts: AssignedAccount[] = []
    for (const assignment of await read.assignments.ofUser(user.id)) {
      const account = await read.accounts.find(assignment.account_id)
      if (account && account.deleted_at === undefined) accounts.push({ account, assignment })
    }
    return pageOf(accounts, ({ account }) => account.id, page)
  },
)
