import { z } from 'zod'
import { BusinessNode } from '../../api/business/node.ts'
import { type Business, VERIFICATION_STATUSES } from '../../domain/accounts/model.ts'
import { dropUnset } from '../../domain/drop-unset.ts'
import { node } from '../../graph/node.ts'
import { operation } from '../../graph/operation.ts'
import { changeMessagingLimit } from '../../network/change-messaging-limit.ts'
import { assertFree } from '../refuse.ts'

export const BusinessesNode = node<object>({
  name: 'Businesses',
  summary: 'Business portfolios.',
  singleton: 'businesses',
  access: 'control',
  load: async () => ({}),
  fields: {},
})

const Verification = z.enum(VERIFICATION_STATUSES)
const View = z.object({ id: z.string(), name: z.string(), verification_status: z.string() })

const view = ({ id, name, verification_status }: Business) => ({ id, name, verification_status })

export const createBusiness = operation({
  on: BusinessesNode,
  method: 'POST',
  name: 'createBusiness',
  summary: 'Another portfolio: a customer of a partner, or a partner.',
  access: 'control',
  params: z.looseObject({
    id: z
      .string()
      .regex(/^\d{5,20}$/)
      .optional(),
    name: z.string().min(1),
    verification_status: Verification.optional(),
    link: z.url().optional(),
    vertical: z.string().optional(),
    vertical_id: z.int().optional(),
    primary_page: z.string().regex(/^\d+$/).optional().describe('Id of its Facebook Page.'),
    profile_picture_uri: z.url().optional(),
    two_factor_type: z.enum(['none', 'admin_required', 'all_required']).optional(),
  }),
  returns: View,
}).run(async ({ params, read, stage, ids, record, now }) => {
  await assertFree(read, params.id)
  const { link, vertical, two_factor_type, vertical_id, primary_page, profile_picture_uri } = params
  const business: Business = {
    id: params.id ?? ids.node(),
    name: params.name,
    timezone_id: '1',
    verification_status: params.verification_status ?? 'verified',
    messaging_limit: 'TIER_250',
    ...dropUnset({ link, vertical, vertical_id, primary_page, profile_picture_uri, two_factor_type }),
    created_at: now,
  }
  stage.node(business.id, 'Business', business.id)
  stage.businesses.add(business)
  record({ type: 'business.created', at: now, business_id: business.id })
  return view(business)
})

export const changeBusiness = operation({
  on: BusinessNode,
  edge: 'settings',
  method: 'POST',
  name: 'changeBusiness',
  summary: 'Decide over the verification of a portfolio; a verified one leaves the first messaging limit.',
  access: 'control',
  params: z.looseObject({ verification_status: Verification }),
  returns: View,
}).run(async call => {
  const { node, params, stage, record, now } = call
  const business = { ...node, verification_status: params.verification_status }
  const raised = params.verification_status === 'verified' && node.messaging_limit === 'TIER_250'
  if (raised) await changeMessagingLimit(call, business, 'TIER_2K')
  else stage.businesses.change(business)
  record({ type: 'business.changed', at: now, business_id: node.id })
  return view(business)
})

export const grantCredit = operation({
  on: BusinessNode,
  edge: 'credit',
  method: 'POST',
  name: 'grantCredit',
  summary: 'Give a portfolio a line of credit, which it can share with its customers.',
  access: 'control',
  params: z.looseObject({ legal_entity_name: z.string().optional().describe('Its name when left out.') }),
  returns: z.object({ id: z.string(), legal_entity_name: z.string() }),
}).run(async ({ node: business, params, stage, ids, record, now }) => {
  const line = {
    id: ids.node(),
    business_id: business.id,
    legal_entity_name: params.legal_entity_name ?? business.name,
    created_at: now,
  }
  stage.node(line.id, 'ExtendedCredit', business.id)
  stage.creditLines.add(line)
  record({ type: 'business.changed', at: now, business_id: business.id })
  return { id: line.id, legal_entity_name: line.legal_entity_name }
})
