import { changingProfile } from './change-profile.ts'
import { PhoneNumberNode } from './node.ts'

export const updateBusinessProfile = changingProfile({
  on: PhoneNumberNode,
  edge: 'whatsapp_business_profile',
  name: 'updateBusinessProfile',
  summary: 'Change what customers see of the business.',
})
