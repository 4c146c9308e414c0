import { carryMessage } from './carry-message.ts'
import { expireMedia } from './expire-media.ts'
import { expireUpload } from './expire-upload.ts'
import { forgetLink } from './forget-link.ts'
import type { Job } from './job.ts'
import { removeBlob } from './remove-blob.ts'
import { retention } from './retention.ts'
import { reviewTemplate } from './review-template.ts'

/** Every job there is. */
export const jobs: readonly Job[] = [
  carryMessage,
  expireMedia,
  expireUpload,
  forgetLink,
  removeBlob,
  retention,
  reviewTemplate,
]
