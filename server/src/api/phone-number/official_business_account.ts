import { z } from 'zod'
import { Param } from '../../domain/catalogue.ts'
import { nextState } from '../../domain/machine.ts'
import type { PhoneNumber } from '../../domain/numbers/model.ts'
import {
  APPLY_AGAIN_AFTER,
  OFFICIAL_MESSAGES,
  type OfficialStatus,
  officialAccountLife,
} from '../../domain/numbers/official-account.ts'
import { Refused } from '../../domain/refusals.ts'
import { NoParams, operation } from '../../graph/operation.ts'
import { reviewOfficialAccountLater } from '../../store/review-later.ts'
import { PhoneNumberNode } from './node.ts'

/** Links to press about the business. */
const MAX_SUPPORTING_LINKS = 5

const Status = z.object({ id: z.string(), oba_status: z.string(), status_message: z.string() })

const contract = {
  on: PhoneNumberNode,
  edge: 'official_business_account',
  docs: 'official-business-accounts',
  access: ['whatsapp_business_management'] as const,
}

export const getOfficialAccount = operation({
  ...contract,
  method: 'GET',
  name: 'getOfficialAccount',
  summary: 'How far the application for an official business account has come.',
  params: NoParams,
  returns: Status,
}).run(async ({ node: number }) => statusView(number, number.official_account?.status ?? 'NOT_STARTED'))

const statusView = (number: PhoneNumber, status: OfficialStatus): z.output<typeof Status> => {
  const { official_account: known } = number
  const status_message = known?.status === status ? known.message : OFFICIAL_MESSAGES[status]
  return { id: number.id, oba_status: status, status_message }
}

const ACTIONS = {
  SUBMIT_APPLICATION: 'apply',
  RESUBMIT_APPLICATION: 'apply',
  WITHDRAW_APPLICATION: 'withdraw',
} as const

export const applyForOfficialAccount = operation({
  ...contract,
  method: 'POST',
  name: 'applyForOfficialAccount',
  summary: 'Apply for an official business account, or withdraw the application.',
  params: z.looseObject({
    action: z.enum(['SUBMIT_APPLICATION', 'RESUBMIT_APPLICATION', 'WITHDRAW_APPLICATION']).optional(),
    application_data: z
      .looseObject({
        business_name: z.string().max(255).optional(),
        business_description: z.string().max(1000).optional(),
        website_url: z.url({ protocol: /^https$/ }).optional(),
        contact_email: z.email().optional(),
      })
      .optional(),
    business_website_url: z.url({ protocol: /^https?$/ }).optional(),
    primary_country_of_operation: z.string().optional(),
    primary_language: z.string().optional(),
    parent_business_or_brand: z.string().optional(),
    additional_supporting_information: z.string().optional(),
    supporting_links: z
      .array(z.url({ protocol: /^https?$/ }))
      .max(MAX_SUPPORTING_LINKS)
      .optional(),
  }),
  returns: z.object({
    success: z.literal(true),
    message: z.string().optional(),
    updated_status: Status.optional(),
  }),
  refusals: [Param('')],
}).run(async call => {
  const { node: number, params, stage, now, record } = call
  const event = ACTIONS[params.action ?? 'SUBMIT_APPLICATION']
  const before = number.official_account?.status ?? 'NOT_STARTED'
  const status = nextState(officialAccountLife, before, event)
  if (!status) throw new Refused(Param(event === 'apply' ? ALREADY[before] : NOTHING_PENDING))
  const rejected = number.official_account?.status === 'REJECTED' ? number.official_account.at : undefined
  if (event === 'apply') {
    if (rejected !== undefined && now < rejected + APPLY_AGAIN_AFTER) throw new Refused(Param(TOO_EARLY))
    if (!params.business_website_url && !params.application_data?.website_url) throw new Refused(Param(NO_WEBSITE))
  }
  const changed = { ...number, official_account: { status, message: OFFICIAL_MESSAGES[status], at: now } }
  stage.numbers.change(changed)
  if (event === 'apply') {
    reviewOfficialAccountLater(call, number.id)
    record({
      type: 'number.official_account_requested',
      at: now,
      account_id: number.account_id,
      phone_number_id: number.id,
    })
  }
  if (params.action === undefined) return { success: true }
  const did = event === 'apply' ? 'submitted' : 'withdrawn'
  const message = `Official Business Account application ${did} successfully`
  return { success: true, message, updated_status: statusView(changed, status) }
})

const ACTIVE = 'Cannot submit application: An active application already exists'
const ALREADY: { [status in OfficialStatus]: string } = {
  NOT_STARTED: ACTIVE,
  PENDING: ACTIVE,
  APPROVED: 'Cannot submit application: The number is an official business account already',
  REJECTED: ACTIVE,
  CANCELLED: ACTIVE,
}
const NOTHING_PENDING = 'Cannot withdraw application: No pending application found'
const TOO_EARLY = 'Cannot submit application: 30 days have to pass after a rejection'
const NO_WEBSITE = 'The parameter business_website_url is required.'
