import { SECOND } from '../../domain/time.ts'

/**
 * How long a template is in review, on the world clock: long enough to be seen as PENDING, short enough not to wait for.
 * The platform takes up to 24 hours.
 */
export const REVIEW_DELAY = 2 * SECOND
