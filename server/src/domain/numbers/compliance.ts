import { Param } from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import type { ComplianceInfo } from './parts.ts'

/*
 * What Indian law wants to know of a business.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles
 * NOTE: rules and texts are known from the OpenAPI document only.
 */
export const ENTITY_TYPES = [
  'LIMITED_LIABILITY_PARTNERSHIP',
  'SOLE_PROPRIETORSHIP',
  'PARTNERSHIP',
  'PUBLIC_COMPANY',
  'PRIVATE_COMPANY',
  'OTHER',
] as const

export const MIN_ENTITY_NAME = 2
export const MAX_ENTITY_NAME = 128
export const MAX_ENTITY_TYPE_CUSTOM = 1024
export const MAX_CONTACT = 128
export const MAX_CONTACT_NUMBER = 20

export function complianceRefusal(info: ComplianceInfo): Refusal | undefined {
  const { entity_type, entity_type_custom, is_registered } = info
  if (entity_type === 'OTHER' && !entity_type_custom) {
    return Param('Entity_type_custom is mandatory for OTHER entity type')
  }
  if (entity_type !== 'OTHER' && entity_type_custom) {
    return Param('Entity type custom can only be used with OTHER entity type')
  }
  if (is_registered !== undefined && entity_type !== 'OTHER' && entity_type !== 'PARTNERSHIP') {
    return Param('is_registered required only when entity_type is set to Other or Partnership')
  }
  const { grievance_officer_details: officer, customer_care_details: care } = info
  const numbers = [officer.mobile_number, officer.landline_number, care.mobile_number, care.landline_number]
  return numbers.some(number => number !== undefined && !/^\+[1-9]\d{1,14}$/.test(number))
    ? Param('Invalid phone number format. Must include country code')
    : undefined
}
