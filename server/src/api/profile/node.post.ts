import { changingProfile } from '../phone-number/change-profile.ts'
import { ProfileNode } from './node.ts'

export const updateProfileNode = changingProfile({
  on: ProfileNode,
  name: 'updateProfileNode',
  summary: 'Change what customers see of the business, as POST /{number}/whatsapp_business_profile does.',
})
