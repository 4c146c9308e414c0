import { z } from 'zod'
import type { LandlineOptions } from '../options.ts'

/** Throws an Error with a sentence for people: whoever writes JavaScript has no compiler that would say it. */
export function checkOptions(options: LandlineOptions): void {
  const [issue] = Options.safeParse(options).error?.issues ?? []
  if (issue?.code === 'unrecognized_keys') {
    throw new Error(
      `There is no option ${[...issue.path, issue.keys[0]].join('.')}. docs/running.md lists what there is.`,
    )
  }
  if (issue) throw new Error(`The option ${issue.path.join('.')} ${issue.message}.`)
}

const PORT = 'must be a port between 0 and 65535; 0 is any that is free'
const text = z.string('must be a text').optional()
const yes = z.boolean('must be true or false').optional()
const above = z.number('must be a number').positive('must be above 0').optional()
const instant = z.int('must be an instant in Unix milliseconds').optional()

const Options = z.strictObject({
  port: z.int(PORT).min(0, PORT).max(65_535, PORT).optional(),
  host: text,
  memory: yes,
  data: text,
  databaseUrl: text,
  seed: z.unknown().optional(),
  world: text,
  webhook: z
    .strictObject(
      { url: z.string('must be a URL'), verifyToken: text, fields: z.array(z.string()).readonly().optional() },
      { error: ({ code }) => (code === 'invalid_type' ? 'must be an object with the url' : undefined) },
    )
    .optional(),
  accessToken: text,
  appId: text,
  appSecret: text,
  businessId: text,
  wabaId: text,
  phoneNumberId: text,
  verifyToken: text,
  customer: text,
  controlSecret: text,
  allowPrivateAddresses: yes,
  logLevel: oneOf('silent', 'error', 'warn', 'info', 'debug'),
  retryProfile: oneOf('meta', 'instant'),
  clock: z.strictObject({ frozenAt: instant }).optional(),
  randomSeed: text,
  retention: z.strictObject({ age: above, rows: above, bytes: above }).optional(),
  checkAnswers: yes,
} satisfies { [Name in keyof Required<LandlineOptions>]: z.ZodType })

function oneOf<const T extends readonly string[]>(...names: T) {
  return z.enum(names, `must be one of ${names.join(', ')}`).optional()
}
