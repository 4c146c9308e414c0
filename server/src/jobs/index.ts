import { archiveTemplate } from './archive-template.ts'
import { carryHeld } from './carry-held.ts'
import { carryMessage } from './carry-message.ts'
import { correctCategory } from './correct-category.ts'
import { deliverWaiting } from './deliver-waiting.ts'
import { disableAccount } from './disable-account.ts'
import { dropPreverifiedNumber } from './drop-preverified-number.ts'
import { endTemplate } from './end-template.ts'
import { expireMedia } from './expire-media.ts'
import { expireMessage } from './expire-message.ts'
import { expireUpload } from './expire-upload.ts'
import { expireVerification } from './expire-verification.ts'
import { forgetLink } from './forget-link.ts'
import { holdTemplate } from './hold-template.ts'
import type { Job } from './job.ts'
import { liftUtilityRestriction } from './lift-utility-restriction.ts'
import { makeDirectTemplate } from './make-direct-template.ts'
import { releaseReach } from './release-reach.ts'
import { releaseTemplate } from './release-template.ts'
import { removeBlob } from './remove-blob.ts'
import { removeDirectTemplate } from './remove-direct-template.ts'
import { retention } from './retention.ts'
import { reviewName } from './review-name.ts'
import { reviewOfficialAccount } from './review-official-account.ts'
import { reviewTemplate } from './review-template.ts'
import { scaleMessagingLimits } from './scale-messaging-limits.ts'
import { scoreNumber } from './score-number.ts'
import { scoreTemplate } from './score-template.ts'
import { takeThreadBySend } from './take-thread.ts'
import { unpauseTemplate } from './unpause-template.ts'

/** Every job there is. */
export const jobs: readonly Job[] = [
  archiveTemplate,
  carryHeld,
  carryMessage,
  correctCategory,
  deliverWaiting,
  disableAccount,
  dropPreverifiedNumber,
  endTemplate,
  expireMedia,
  expireMessage,
  expireUpload,
  expireVerification,
  forgetLink,
  holdTemplate,
  liftUtilityRestriction,
  makeDirectTemplate,
  releaseReach,
  releaseTemplate,
  removeBlob,
  removeDirectTemplate,
  retention,
  reviewName,
  reviewOfficialAccount,
  reviewTemplate,
  scaleMessagingLimits,
  scoreNumber,
  scoreTemplate,
  takeThreadBySend,
  unpauseTemplate,
]
