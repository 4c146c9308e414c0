import { z } from 'zod'
import { Param } from '../../domain/catalogue.ts'
import { addedDigits, displayNumber } from '../../domain/numbers/add.ts'
import { PREVERIFIED_LIFE } from '../../domain/numbers/preverified.ts'
import { Refused } from '../../domain/refusals.ts'
import { operation } from '../../graph/operation.ts'
import { BusinessNode } from './node.ts'

export const addPreverifiedNumber = operation({
  on: BusinessNode,
  edge: 'add_phone_numbers',
  method: 'POST',
  name: 'addPreverifiedNumber',
  summary: 'Add a number that is verified now, and claimed by a customer later.',
  docs: 'embedded-signup/pre-verified-numbers',
  access: ['business_management'],
  params: z.looseObject({ phone_number: z.string().describe('With its country code.') }),
  returns: z.object({ id: z.string() }),
  refusals: [Param('Invalid phone number')],
}).run(async ({ node: business, params, read, stage, ids, now }) => {
  const digits = addedDigits(`+${params.phone_number}`, undefined)
  if (digits === undefined) throw new Refused(Param('Invalid phone number'))
  const taken = [...(await read.preverifiedNumbers.all()), ...(await read.numbers.all())]
  if (taken.some(one => one.digits === digits)) throw new Refused(Param('This phone number was added already'))
  const id = ids.node()
  stage.node(id, 'WhatsAppBusinessPreVerifiedPhoneNumber', business.id)
  stage.preverifiedNumbers.add({
    id,
    business_id: business.id,
    digits,
    display_phone_number: displayNumber(digits),
    code_verification_status: 'NOT_VERIFIED',
    partners: [],
    created_at: now,
  })
  const due_at = now + PREVERIFIED_LIFE
  stage.job({ id: ids.key(), name: 'drop-preverified-number', due_at, subject: id, payload: { id } })
  return { id }
})
