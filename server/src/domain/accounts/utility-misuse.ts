import type { RestrictionType, ViolationType } from './standing.ts'

/*
 * What follows from marketing that is sent in utility templates. Unlike other violations, it is told together with what
 * is restricted for it, and so is its end.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-categorization
 */

const UTILITY_VIOLATIONS = [
  'UTILITY_TEMPLATE_ABUSE',
  'UTILITY_TEMPLATE_ABUSE_UNBAN',
  'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT',
  'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT_RECOVERY',
] as const satisfies readonly ViolationType[]
export type UtilityViolation = (typeof UTILITY_VIOLATIONS)[number]

const UTILITY_RESTRICTIONS = [
  'RESTRICTED_UTILITY_TEMPLATES',
  'RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING',
] as const satisfies readonly RestrictionType[]
export type UtilityRestriction = (typeof UTILITY_RESTRICTIONS)[number]

/** The word that tells of the end of each restriction. */
export const LIFTED_BY: Readonly<Record<UtilityRestriction, UtilityViolation>> = {
  RESTRICTED_UTILITY_TEMPLATES: 'UTILITY_TEMPLATE_ABUSE_UNBAN',
  RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING: 'UTILITY_TEMPLATE_ABUSE_RATE_LIMIT_RECOVERY',
}

export const isUtilityViolation = (violation: ViolationType | undefined): violation is UtilityViolation =>
  violation !== undefined && (UTILITY_VIOLATIONS as readonly ViolationType[]).includes(violation)

export const isUtilityRestriction = (type: RestrictionType): type is UtilityRestriction =>
  (UTILITY_RESTRICTIONS as readonly RestrictionType[]).includes(type)

/** The restriction that a violation's word says is over. */
export const liftedWith = (violation: ViolationType | undefined): UtilityRestriction | undefined =>
  UTILITY_RESTRICTIONS.find(type => LIFTED_BY[type] === violation)
