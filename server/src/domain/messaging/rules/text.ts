import { ofType } from '../check.ts'
import { atMost, filled } from '../text-length.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages */
const TEXT_MAX = 4096

export const textLength = ofType(
  'text',
  ({ body }) => filled("text['body']", body) ?? atMost("text['body']", body, TEXT_MAX),
)
