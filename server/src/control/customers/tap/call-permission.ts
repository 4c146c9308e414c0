import { DAY, unixSeconds } from '../../../domain/time.ts'
import type { TapButton } from './effect.ts'

/**
 * How long a business may call after it was allowed for now.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions
 */
const PERMISSION_LIFE = 7 * DAY

type Reply = { response: 'accept' | 'reject'; is_permanent?: boolean; expiration_timestamp?: number }

/** What a phone offers below the question whether the business may call. */
export const callPermissionButtons = (): TapButton[] => [
  button('accept', 'Allow calls', now => ({
    response: 'accept',
    is_permanent: false,
    expiration_timestamp: unixSeconds(now + PERMISSION_LIFE),
  })),
  button('accept_always', 'Always allow', () => ({ response: 'accept', is_permanent: true })),
  button('reject', 'Do not allow', () => ({ response: 'reject' })),
]

const button = (id: string, title: string, reply: (now: number) => Reply): TapButton => ({
  id,
  title,
  effect: {
    does: 'fill',
    fill: (_, { now }) => ({
      type: 'interactive',
      content: {
        type: 'call_permission_reply',
        call_permission_reply: { ...reply(now), response_source: 'user_action' },
      },
    }),
  },
})
