import { carryMessage } from './carry-message.ts'
import { disableAccount } from './disable-account.ts'
import { expireMedia } from './expire-media.ts'
import { expireMessage } from './expire-message.ts'
import { expireUpload } from './expire-upload.ts'
import { forgetLink } from './forget-link.ts'
import type { Job } from './job.ts'
import { releaseReach } from './release-reach.ts'
import { removeBlob } from './remove-blob.ts'
import { retention } from './retention.ts'
import { reviewTemplate } from './review-template.ts'
import { scaleMessagingLimits } from './scale-messaging-limits.ts'

/** Every job there is. */
export const jobs: readonly Job[] = [
  carryMessage,
  disableAccount,
  expireMedia,
  expireMessage,
  expireUpload,
  forgetLink,
  releaseReach,
  removeBlob,
  retention,
  reviewTemplate,
  scaleMessagingLimits,
]
