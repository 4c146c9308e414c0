import { z } from 'zod'
import { bodiless } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions */
export const CallPermissionMessage = z.looseObject({
  type: z.literal('call_permission_request'),
  ...bodiless,
  action: z.looseObject({ name: z.literal('call_permission_request') }),
})
