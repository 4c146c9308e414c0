import { buttons } from '../judge-for-tests.ts'
import type { TemplateCategory } from '../model.ts'
import { TtlOutOfRange } from '../refusals.ts'
import { type Changes, limits, rows } from './tables.test-util.ts'

/** Seconds that messages of each category may live. */
const LIVES: [TemplateCategory, min: number, max: number][] = [
  ['AUTHENTICATION', 30, 900],
  ['UTILITY', 30, 43_200],
  ['MARKETING', 43_200, 2_592_000],
]
const code = { components: [{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })] }
const lives = (category: TemplateCategory, message_send_ttl_seconds: number): Changes => ({
  category,
  message_send_ttl_seconds,
  ...(category === 'AUTHENTICATION' ? code : {}),
})

limits(
  'seconds to live',
  LIVES.map(([category, min, max]) => ({
    of: category,
    make: (seconds: number) => lives(category, seconds),
    max,
    above: TtlOutOfRange(category, min, max),
    min,
    below: TtlOutOfRange(category, min, max),
  })),
)

rows('30 days to live, as -1', [
  ['authentication', lives('AUTHENTICATION', -1)],
  ['utility', lives('UTILITY', -1)],
  ['marketing', lives('MARKETING', -1), TtlOutOfRange('MARKETING', 43_200, 2_592_000)],
])
