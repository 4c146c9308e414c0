/**
 * How many people a test number may write to.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/get-started
 * NOTE: the figure is known from copies of the page only.
 */
export const MAX_RECIPIENTS = 5
