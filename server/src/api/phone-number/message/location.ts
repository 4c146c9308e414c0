import { z } from 'zod'

const degrees = z.union([z.number(), z.string()])

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages */
export const Location = z.looseObject({
  latitude: degrees.describe('Degrees, from -90 to 90.'),
  longitude: degrees.describe('Degrees, from -180 to 180.'),
  name: z.string().optional(),
  address: z.string().optional().describe('Shown only together with a name.'),
})
