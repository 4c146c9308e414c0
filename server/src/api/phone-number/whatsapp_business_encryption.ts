import { z } from 'zod'
import { InvalidPublicKey } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { NoParams, operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'
import { isRsaKey } from './public-key.ts'

const contract = {
  on: PhoneNumberNode,
  edge: 'whatsapp_business_encryption',
  docs: 'flows/guides/implementingyourflowendpoint',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'] as const,
}

export const getBusinessKey = operation({
  ...contract,
  method: 'GET',
  name: 'getBusinessKey',
  summary: 'The public key of the business, and whether its signature is still good.',
  params: NoParams,
  returns: z.object({
    data: z.array(
      z.object({
        business_public_key: z.string(),
        business_public_key_signature_status: z.enum(['VALID', 'MISMATCH']),
      }),
    ),
  }),
}).run(async ({ node: { encryption } }) => {
  if (!encryption) return { data: [] }
  const status = encryption.mismatch ? ('MISMATCH' as const) : ('VALID' as const)
  return { data: [{ business_public_key: encryption.public_key, business_public_key_signature_status: status }] }
})

export const setBusinessKey = operation({
  ...contract,
  method: 'POST',
  name: 'setBusinessKey',
  summary: 'Upload the public key of the business: RSA, 2048 bits, PEM. It is signed for this registration.',
  params: z.looseObject({ business_public_key: z.string() }),
  returns: Success,
  refusals: [InvalidPublicKey],
}).run(async ({ node: number, params, stage, now, record }) => {
  // Forms turn line ends into CRLF on the way.
  const public_key = params.business_public_key.replaceAll('\r\n', '\n')
  if (!isRsaKey(public_key)) throw new Refused(InvalidPublicKey)
  stage.numbers.change({ ...number, encryption: { public_key } })
  record({ type: 'number.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
  return success
})
