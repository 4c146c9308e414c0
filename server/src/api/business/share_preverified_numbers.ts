import { z } from 'zod'
import type { Business } from '../../domain/accounts/model.ts'
import { Param } from '../../domain/catalogue.ts'
import type { PreverifiedNumber } from '../../domain/numbers/model.ts'
import { Refused } from '../../domain/refusals.ts'
import type { Stored } from '../../domain/stored.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import type { Read } from '../../store/read.ts'
import { BusinessNode } from './node.ts'

const contract = {
  on: BusinessNode,
  edge: 'share_preverified_numbers',
  docs: 'embedded-signup/pre-verified-numbers',
  access: ['business_management'] as const,
  params: z.looseObject({ preverified_id: z.string(), partner_business_id: z.string() }),
  returns: Success,
  refusals: [Param('')],
}

export const sharePreverifiedNumber = operation({
  ...contract,
  method: 'POST',
  name: 'sharePreverifiedNumber',
  summary: 'Let another business claim a pre-verified number.',
}).run(async ({ node: business, params, read, stage }) => {
  const number = await shared(read, business, params.preverified_id)
  const partner = await read.businesses.find(params.partner_business_id)
  if (!partner || partner.id === business.id) {
    throw new Refused(Param('Invalid partner_business_id: business not found or not accessible'))
  }
  if (number.partners.includes(partner.id)) {
    throw new Refused(Param('Pre-verified phone number is already shared with the target business'))
  }
  stage.preverifiedNumbers.change({ ...number, partners: [...number.partners, partner.id] })
  return success
})

export const unsharePreverifiedNumber = operation({
  ...contract,
  method: 'DELETE',
  name: 'unsharePreverifiedNumber',
  summary: 'No longer let another business claim a pre-verified number.',
}).run(async ({ node: business, params, read, stage }) => {
  const number = await shared(read, business, params.preverified_id)
  const partners = number.partners.filter(id => id !== params.partner_business_id)
  if (partners.length === number.partners.length) {
    throw new Refused(Param('Pre-verified phone number is not shared with the target business'))
  }
  stage.preverifiedNumbers.change({ ...number, partners })
  return success
})

async function shared(read: Read, business: Business, id: string): Promise<Stored<PreverifiedNumber>> {
  if (!/^\d+$/.test(id)) throw new Refused(Param('Invalid preverified_id: must be a valid numeric string'))
  const number = await read.preverifiedNumbers.find(id)
  if (number?.business_id === business.id) return number
  throw new Refused(Param('Pre-verified phone number not found'))
}
