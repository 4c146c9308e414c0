import { DAY } from '../time.ts'

/*
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival
 */

/** Without being created, edited, sent, appealed for or taken out of the archive for so long, it is archived. */
export const IDLE_BEFORE_ARCHIVE = 365 * DAY

/** In the archive for so long, it is deleted. */
export const ARCHIVED_BEFORE_DELETION = 28 * DAY

/** Deleted while messages are under way, it is gone when no delivery is tried any more. */
export const DELETION_WAITS = 30 * DAY

/** Templates that one call archives or takes out. */
export const MAX_ARCHIVED_AT_ONCE = 100
