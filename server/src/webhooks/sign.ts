import { createHmac } from 'node:crypto'

/**
 * What proves to a receiver that a notification comes from the owner of the app's secret.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export const signatures = (
  body: Buffer,
  secret: string,
): { 'x-hub-signature-256': string; 'x-hub-signature': string } => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  // The older one; still sent, for clients that have not moved on.
  'x-hub-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`,
})
