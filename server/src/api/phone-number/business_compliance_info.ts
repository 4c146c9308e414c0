import { z } from 'zod'
import { NonexistingField, Param } from '../../domain/catalogue.ts'
import {
  complianceRefusal,
  ENTITY_TYPES,
  MAX_CONTACT,
  MAX_CONTACT_NUMBER,
  MAX_ENTITY_NAME,
  MAX_ENTITY_TYPE_CUSTOM,
  MIN_ENTITY_NAME,
} from '../../domain/numbers/compliance.ts'
import type { ComplianceInfo } from '../../domain/numbers/parts.ts'
import { Refused } from '../../domain/refusals.ts'
import { parseFields } from '../../graph/fields.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'

const Contact = z.object({
  email: z.email().max(MAX_CONTACT),
  mobile_number: z.string().max(MAX_CONTACT_NUMBER).optional(),
  landline_number: z.string().max(MAX_CONTACT_NUMBER).optional(),
})

const Info = z.looseObject({
  entity_name: z.string().min(MIN_ENTITY_NAME).max(MAX_ENTITY_NAME),
  entity_type: z.enum(ENTITY_TYPES),
  entity_type_custom: z.string().max(MAX_ENTITY_TYPE_CUSTOM).optional(),
  is_registered: z.boolean().optional(),
  grievance_officer_details: Contact.extend({ name: z.string().min(1).max(MAX_CONTACT) }),
  customer_care_details: Contact,
})

/** As it is read back. The document has null for what is not known; here it is left out. */
const Known = z.looseObject({
  entity_name: z.string().nullish(),
  entity_type: z.string().nullish(),
  entity_type_custom: z.string().nullish(),
  is_registered: z.boolean().nullish(),
  grievance_officer_details: Contact.extend({ name: z.string() }).nullish(),
  customer_care_details: Contact.nullish(),
  messaging_product: z.literal('whatsapp'),
})

const FIELDS = Object.keys(Info.shape)

const contract = {
  on: PhoneNumberNode,
  edge: 'business_compliance_info',
  docs: 'business-profiles',
  access: ['whatsapp_business_management'] as const,
}

export const getComplianceInfo = operation({
  ...contract,
  method: 'GET',
  name: 'getComplianceInfo',
  summary: 'What Indian law wants to know of the business.',
  params: z.looseObject({ fields: z.string().optional() }),
  returns: z.object({ data: z.array(Known) }),
}).run(async ({ node: { compliance }, params }) => {
  const asked = params.fields ? parseFields(params.fields).map(({ name }) => name) : FIELDS
  const unknown = asked.find(name => !FIELDS.includes(name) && name !== 'messaging_product')
  if (unknown !== undefined) throw new Refused(NonexistingField(unknown, 'WhatsAppBusinessComplianceInfo'))
  if (!compliance) return { data: [] }
  const known = Object.entries(compliance).filter(([name]) => asked.includes(name))
  return {
    data: [{ ...(Object.fromEntries(known) as Partial<ComplianceInfo>), messaging_product: 'whatsapp' as const }],
  }
})

export const setComplianceInfo = operation({
  ...contract,
  method: 'POST',
  name: 'setComplianceInfo',
  summary: 'Tell what Indian law wants to know of the business.',
  params: Info.extend({ messaging_product: z.literal('whatsapp') }),
  returns: Success,
  refusals: [Param('')],
}).run(async ({ node: number, params, stage, now, record }) => {
  const info = Object.fromEntries(
    FIELDS.filter(name => params[name] !== undefined).map(name => [name, params[name]]),
  ) as unknown as ComplianceInfo
  const refusal = complianceRefusal(info)
  if (refusal) throw new Refused(refusal)
  stage.numbers.change({ ...number, compliance: info })
  record({ type: 'number.changed', at: now, account_id: number.account_id, phone_number_id: number.id })
  return success
})
