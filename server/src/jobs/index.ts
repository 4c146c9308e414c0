import { carryMessage } from './carry-message.ts'
import { disableAccount } from './disable-account.ts'
import { expireMedia } from './expire-media.ts'
import type { Job } from './job.ts'
import { removeBlob } from './remove-blob.ts'
import { retention } from './retention.ts'
import { reviewTemplate } from './review-template.ts'

/** Every job there is. */
export const jobs: readonly Job[] = [carryMessage, disableAccount, expireMedia, removeBlob, retention, reviewTemplate]
