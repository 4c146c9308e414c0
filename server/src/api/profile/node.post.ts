import { PictureHandleNotUsable } from '../../domain/catalogue.ts'
import { operation, Success, success } from '../../graph/operation.ts'
import { changeProfile, newPicture, UpdateProfile } from '../phone-number/whatsapp_business_profile.post.ts'
import { ProfileNode } from './node.ts'

export const updateProfileNode = operation({
  on: ProfileNode,
  method: 'POST',
  name: 'updateProfileNode',
  summary: 'Change what customers see of the business, as POST /{number}/whatsapp_business_profile does.',
  docs: 'business-profiles',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  params: UpdateProfile,
  returns: Success,
  refusals: [PictureHandleNotUsable],
})
  .before(({ node, params, ...outside }) => newPicture(node, params, outside))
  .run(async call => {
    await changeProfile(call, call.node, call.params, call.before)
    return success
  })
