import { NotANumber, ValueNotValid } from '../../catalogue.ts'
import { ofType } from '../check.ts'

/**
 * Degrees.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages
 */
const MAX_LATITUDE = 90
const MAX_LONGITUDE = 180

export const onTheGlobe = ofType('location', ({ latitude, longitude }) => {
  if (Number.isNaN(latitude)) return NotANumber("location['latitude']")
  if (Number.isNaN(longitude)) return NotANumber("location['longitude']")
  if (Math.abs(latitude) > MAX_LATITUDE) return ValueNotValid(outside('Latitude', MAX_LATITUDE))
  return Math.abs(longitude) > MAX_LONGITUDE ? ValueNotValid(outside('Longitude', MAX_LONGITUDE)) : undefined
})

const outside = (label: string, max: number) => `${label} invalid. Min value: -${max}, Max value: ${max}`
