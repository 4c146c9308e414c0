import { carryMessage } from './carry-message.ts'
import { disableAccount } from './disable-account.ts'
import { dropPreverifiedNumber } from './drop-preverified-number.ts'
import { expireMedia } from './expire-media.ts'
import { expireMessage } from './expire-message.ts'
import { expireUpload } from './expire-upload.ts'
import { expireVerification } from './expire-verification.ts'
import { forgetLink } from './forget-link.ts'
import type { Job } from './job.ts'
import { releaseReach } from './release-reach.ts'
import { removeBlob } from './remove-blob.ts'
import { retention } from './retention.ts'
import { reviewName } from './review-name.ts'
import { reviewOfficialAccount } from './review-official-account.ts'
import { reviewTemplate } from './review-template.ts'
import { scaleMessagingLimits } from './scale-messaging-limits.ts'

/** Every job there is. */
export const jobs: readonly Job[] = [
  carryMessage,
  disableAccount,
  dropPreverifiedNumber,
  expireMedia,
  expireMessage,
  expireUpload,
  expireVerification,
  forgetLink,
  releaseReach,
  removeBlob,
  retention,
  reviewName,
  reviewOfficialAccount,
  reviewTemplate,
  scaleMessagingLimits,
]
