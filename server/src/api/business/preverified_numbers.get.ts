import { z } from 'zod'
import { preverifiedStatus } from '../../domain/numbers/preverified.ts'
import { listing } from '../../graph/operation.ts'
import { pageOf } from '../../store/records.ts'
import { PreverifiedNumberNode } from '../preverified-number/node.ts'
import { BusinessNode } from './node.ts'

export const listPreverifiedNumbers = listing(
  {
    on: BusinessNode,
    edge: 'preverified_numbers',
    of: PreverifiedNumberNode,
    name: 'listPreverifiedNumbers',
    summary: 'Pre-verified numbers of the business, in the order they were added.',
    docs: 'embedded-signup/pre-verified-numbers',
    access: ['business_management'],
    params: z.looseObject({
      code_verification_status: z.enum(['VERIFIED', 'NOT_VERIFIED', 'EXPIRED']).optional(),
      phone_number: z.string().optional(),
    }),
  },
  async ({ node: business, params, read, now }, page) => {
    const { code_verification_status: status, phone_number } = params
    const digits = phone_number?.replace(/\D/g, '')
    const numbers = (await read.preverifiedNumbers.all())
      .filter(one => one.business_id === business.id)
      .filter(one => status === undefined || preverifiedStatus(one, now) === status)
      .filter(one => digits === undefined || one.digits === digits)
      .sort((a, b) => a.created_at - b.created_at)
    return pageOf(numbers, one => one.id, page)
  },
)
