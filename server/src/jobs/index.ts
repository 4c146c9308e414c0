import { archiveTemplate } from './archive-template.ts'
import { carryHeld } from './carry-held.ts'
import { carryMessage } from './carry-message.ts'
import { correctCategory } from './correct-category.ts'
import { disableAccount } from './disable-account.ts'
import { endTemplate } from './end-template.ts'
import { expireMedia } from './expire-media.ts'
import { expireMessage } from './expire-message.ts'
import { expireUpload } from './expire-upload.ts'
import { forgetLink } from './forget-link.ts'
import { holdTemplate } from './hold-template.ts'
import type { Job } from './job.ts'
import { releaseReach } from './release-reach.ts'
import { releaseTemplate } from './release-template.ts'
import { removeBlob } from './remove-blob.ts'
import { retention } from './retention.ts'
import { reviewTemplate } from './review-template.ts'
import { scaleMessagingLimits } from './scale-messaging-limits.ts'
import { scoreNumber } from './score-number.ts'
import { scoreTemplate } from './score-template.ts'
import { unpauseTemplate } from './unpause-template.ts'

/** Every job there is. */
export const jobs: readonly Job[] = [
  archiveTemplate,
  carryHeld,
  carryMessage,
  correctCategory,
  disableAccount,
  endTemplate,
  expireMedia,
  expireMessage,
  expireUpload,
  forgetLink,
  holdTemplate,
  releaseReach,
  releaseTemplate,
  removeBlob,
  retention,
  reviewTemplate,
  scaleMessagingLimits,
  scoreNumber,
  scoreTemplate,
  unpauseTemplate,
]
