import { NotANumber } from '../../../domain/catalogue.ts'
import { limits, rows, to, values } from './tables.test-util.ts'

const location = (latitude: unknown, longitude: unknown) => ({
  ...to,
  type: 'location',
  location: { latitude, longitude },
})
const latitudes = values('Latitude', -90, 90)
const longitudes = values('Longitude', -180, 180)

limits('a location', [
  { of: 'latitude', make: n => location(n, 0), max: 90, above: latitudes, min: -90, below: latitudes },
  { of: 'longitude', make: n => location(0, n), max: 180, above: longitudes, min: -180, below: longitudes },
])

rows('a location', [
  ['may lie at a corner of the map', location(90, -180)],
  ['may be written as text', location('-90', '180')],
  ['cannot lie a little beyond a pole', location(90.1, 0), latitudes],
  ['cannot lie a little beyond the date line', location(0, -180.1), longitudes],
  ['has to be a number', location('north', 0), NotANumber("location['latitude']")],
])
