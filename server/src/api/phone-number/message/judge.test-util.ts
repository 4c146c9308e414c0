import { firstRefusal } from '../../../domain/messaging/check.ts'
import { draftChecks } from '../../../domain/messaging/draft-checks.ts'
import { type Refusal, Refused } from '../../../domain/refusals.ts'
import { parseParams, type RawParams } from '../../../graph/params.ts'
import { readDraft, SendMessage } from './index.ts'

/** Business number of the documentation's samples. */
const SENDER = { digits: '15550783881' }

/** What a request body meets before anybody looks at the sender or the recipient; for tests. */
export function judge(body: RawParams, now = 0): Refusal | undefined {
  try {
    return firstRefusal(draftChecks, readDraft(parseParams(SendMessage, body), SENDER), undefined, now)
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}
