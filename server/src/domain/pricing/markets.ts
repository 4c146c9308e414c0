import { startOfDate } from '../zoned-time.ts'

/**
 * The markets of the rate cards and the calling codes that belong to them: the longest prefix decides, and what is not
 * listed belongs to Other.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 * NOTE: 77 for Kazakhstan follows the network prefixes of the card.
 */
const PREFIXES: { [market: string]: string } = {
  Argentina: '54',
  Bangladesh: '880',
  Brazil: '55',
  Chile: '56',
  Colombia: '57',
  Egypt: '20',
  France: '33',
  Germany: '49',
  'Hong Kong': '852',
  Hungary: '36',
  India: '91',
  Indonesia: '62',
  Iraq: '964',
  Israel: '972',
  Italy: '39',
  Kazakhstan: '77',
  Kuwait: '965',
  Malaysia: '60',
  Mexico: '52',
  Morocco: '212',
  Nepal: '977',
  Netherlands: '31',
  Nigeria: '234',
  'North America': '1',
  Oman: '968',
  Pakistan: '92',
  Peru: '51',
  Poland: '48',
  Qatar: '974',
  'Rest of Africa':
    '211 213 216 218 220 221 222 223 225 226 227 228 229 231 232 233 235 237 241 242 244 245 249 250 251 252 254 255 256 257 258 260 261 263 264 265 266 267 268 291',
  'Rest of Asia Pacific': '61 63 64 66 675 81 84 855 856 86 886 93 976 992 993 998',
  'Rest of Central & Eastern Europe': '30 355 359 370 371 373 374 375 381 385 386 389 420 421 994 995',
  'Rest of Latin America': '1658 1787 1809 1829 1849 1876 1939 502 503 504 505 506 507 509 58 591 593 595 598',
  'Rest of Middle East': '961 962 967 973',
  'Rest of Western Europe': '32 351 353 358 41 43 45 46 47',
  Romania: '40',
  Russia: '7',
  'Saudi Arabia': '966',
  Singapore: '65',
  'South Africa': '27',
  Spain: '34',
  'Sri Lanka': '94',
  Turkey: '90',
  Ukraine: '380',
  'United Arab Emirates': '971',
  'United Kingdom': '44',
}

export const OTHER = 'Other'

/** Markets that left a region, and since when; before, they were priced as the region. Dates of the account's calendar. */
const STANDALONE: { [market: string]: { since: string; before: string } } = {
  Bangladesh: { since: '2026-10-01', before: 'Rest of Asia Pacific' },
  'Hong Kong': { since: '2026-07-01', before: 'Rest of Asia Pacific' },
  Hungary: { since: '2026-07-01', before: 'Rest of Central & Eastern Europe' },
  Iraq: { since: '2026-10-01', before: 'Rest of Middle East' },
  Kazakhstan: { since: '2026-10-01', before: OTHER },
  Kuwait: { since: '2026-10-01', before: 'Rest of Middle East' },
  Morocco: { since: '2026-10-01', before: 'Rest of Africa' },
  Nepal: { since: '2026-10-01', before: 'Rest of Asia Pacific' },
  Oman: { since: '2026-10-01', before: 'Rest of Middle East' },
  Poland: { since: '2026-07-01', before: 'Rest of Central & Eastern Europe' },
  Qatar: { since: '2026-07-01', before: 'Rest of Middle East' },
  Romania: { since: '2026-07-01', before: 'Rest of Central & Eastern Europe' },
  Singapore: { since: '2026-07-01', before: 'Rest of Asia Pacific' },
  'Sri Lanka': { since: '2026-10-01', before: 'Rest of Asia Pacific' },
  Ukraine: { since: '2026-10-01', before: 'Rest of Central & Eastern Europe' },
}

/** Zimbabwe is one country of a region, and came to it on this day. */
const ZIMBABWE = { prefix: '263', since: '2025-10-01', before: OTHER }

const LONGEST = 4
const BY_PREFIX = new Map(
  Object.entries(PREFIXES).flatMap(([market, prefixes]) =>
    prefixes.split(' ').map(prefix => [prefix, market] as const),
  ),
)

/** Every market of the newest card. */
export const MARKETS: readonly string[] = [...Object.keys(PREFIXES), OTHER]

/** The region that a market was part of before it stood alone. */
export const regionBefore = (market: string): string | undefined => STANDALONE[market]?.before

/** The market of a WhatsApp number (digits with country code) at an instant, by the calendar of the account's zone. */
export function marketOf(digits: string, at: number, zone: string): string {
  const prefix = prefixOf(digits)
  if (prefix === ZIMBABWE.prefix && at < startOfDate(ZIMBABWE.since, zone)) return ZIMBABWE.before
  const market = prefix === undefined ? OTHER : BY_PREFIX.get(prefix)!
  const standalone = STANDALONE[market]
  return standalone && at < startOfDate(standalone.since, zone) ? standalone.before : market
}

function prefixOf(digits: string): string | undefined {
  for (let length = LONGEST; length > 0; length--) {
    const prefix = digits.slice(0, length)
    if (BY_PREFIX.has(prefix)) return prefix
  }
  return undefined
}
