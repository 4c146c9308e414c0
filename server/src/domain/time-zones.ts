/**
 * Time zones by their number, as accounts and portfolios carry them: the place in this list is the number, from 1.
 * https://developers.facebook.com/docs/marketing-api/reference/ad-account/timezone-ids
 */
const NAMES = `America/Los_Angeles America/Denver Pacific/Honolulu America/Anchorage America/Phoenix America/Chicago
America/New_York Asia/Dubai America/Argentina/San_Luis America/Argentina/Buenos_Aires America/Argentina/Salta
Europe/Vienna Australia/Perth Australia/Broken_Hill Australia/Sydney Europe/Sarajevo Asia/Dhaka Europe/Brussels
Europe/Sofia Asia/Bahrain America/La_Paz America/Noronha America/Campo_Grande America/Belem America/Sao_Paulo
America/Nassau America/Dawson America/Vancouver America/Dawson_Creek America/Edmonton America/Rainy_River
America/Regina America/Atikokan America/Iqaluit America/Toronto America/Blanc-Sablon America/Halifax America/St_Johns
Europe/Zurich Pacific/Easter America/Santiago Asia/Shanghai America/Bogota America/Costa_Rica Asia/Nicosia
Europe/Prague Europe/Berlin Europe/Copenhagen America/Santo_Domingo Pacific/Galapagos America/Guayaquil
Europe/Tallinn Africa/Cairo Atlantic/Canary Europe/Madrid Europe/Helsinki Europe/Paris Europe/London Africa/Accra
Europe/Athens America/Guatemala Asia/Hong_Kong America/Tegucigalpa Europe/Zagreb Europe/Budapest Asia/Jakarta
Asia/Makassar Asia/Jayapura Europe/Dublin Asia/Jerusalem Asia/Kolkata Asia/Baghdad Atlantic/Reykjavik Europe/Rome
America/Jamaica Asia/Amman Asia/Tokyo Africa/Nairobi Asia/Seoul Asia/Kuwait Asia/Beirut Asia/Colombo Europe/Vilnius
Europe/Luxembourg Europe/Riga Africa/Casablanca Europe/Skopje Europe/Malta Indian/Mauritius Indian/Maldives
America/Tijuana America/Hermosillo America/Mazatlan America/Mexico_City Asia/Kuala_Lumpur Africa/Lagos
America/Managua Europe/Amsterdam Europe/Oslo Pacific/Auckland Asia/Muscat America/Panama America/Lima Asia/Manila
Asia/Karachi Europe/Warsaw America/Puerto_Rico Asia/Gaza Atlantic/Azores Europe/Lisbon America/Asuncion Asia/Qatar
Europe/Bucharest Europe/Belgrade Europe/Kaliningrad Europe/Moscow Europe/Samara Asia/Yekaterinburg Asia/Omsk
Asia/Krasnoyarsk Asia/Irkutsk Asia/Yakutsk Asia/Vladivostok Asia/Magadan Asia/Kamchatka Asia/Riyadh Europe/Stockholm
Asia/Singapore Europe/Ljubljana Europe/Bratislava America/El_Salvador Asia/Bangkok Africa/Tunis Europe/Istanbul
America/Port_of_Spain Asia/Taipei Europe/Kiev America/Montevideo America/Caracas Asia/Ho_Chi_Minh
Africa/Johannesburg`.split(/\s+/)

const KNOWN = new Map<string, string>(NAMES.map((name, i) => [String(i + 1), name]))

/**
 * The name of a zone (`America/Los_Angeles`) by its number, `"1"`. A name of the tz database stands for itself, which a
 * world file may use for the zones that have no number here; anything else is UTC.
 */
export function zoneOf(timezoneId: string): string {
  const known = KNOWN.get(timezoneId)
  if (known !== undefined) return known
  const name = isZone(timezoneId) ? timezoneId : 'UTC'
  // A handful of accounts asks again and again.
  KNOWN.set(timezoneId, name)
  return name
}

/** Whether an account can have it: a number, of which only some are known here, or a name of the tz database. */
export const isTimeZone = (timezoneId: string): boolean => /^[1-9]\d{0,2}$/.test(timezoneId) || isZone(timezoneId)

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
