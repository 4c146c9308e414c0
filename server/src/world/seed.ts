import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { VERTICALS } from '../api/phone-number/profile.ts'
import { VERIFICATION_STATUSES } from '../domain/accounts/model.ts'
import { MARKETING_STATUSES } from '../domain/messaging/marketing-messages.ts'
import { MAX_RECIPIENTS } from '../domain/messaging/test-recipients.ts'
import { parseDuration } from '../domain/time.ts'

const IN_QUOTES = 'must be a text: put it in quotes'
/** YAML takes `+16505550142` for a number. One that a double cannot hold has lost digits by now. */
const Text = z.union([z.string(), z.int(IN_QUOTES)], IN_QUOTES).transform(String)
const Id = Text.pipe(z.string().regex(/^\d{5,20}$/, 'must be an id of 5 to 20 digits, in quotes'))
const Digits = Text.pipe(z.string().regex(/^\+?[\d\s().-]{7,25}$/, 'must be a phone number with its country code'))

const Duration = z.string().refine(text => parseDuration(text) !== undefined, 'must be a duration like 90s or 24h')

const SeedTemplate = z.strictObject({
  id: Id.optional(),
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'may have lower case letters, digits and underscores'),
  language: z.string().default('en_US'),
  category: z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY']).default('UTILITY'),
  parameter_format: z.enum(['POSITIONAL', 'NAMED']).default('POSITIONAL'),
  status: z.enum(['PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED']).default('APPROVED'),
  components: z.array(z.looseObject({ type: z.string() })).min(1),
})

const SeedNumber = z.strictObject({
  id: Id.optional(),
  phone: Digits,
  verified_name: z.string(),
  test_number: z.boolean().default(false),
  registered: z.boolean().default(true),
  throughput: z.enum(['STANDARD', 'HIGH']).default('STANDARD'),
  messages_per_second: z.int().positive().optional(),
  on_business_app: z.boolean().default(false),
  recipients: z.array(Digits).max(MAX_RECIPIENTS).optional(),
  enforce_recipients: z.boolean().default(false),
  identity_check: z.boolean().default(false),
  profile: z
    .strictObject({
      about: z.string().optional(),
      address: z.string().optional(),
      description: z.string().optional(),
      email: z.string().optional(),
      websites: z.array(z.string()).optional(),
      vertical: z.enum(VERTICALS).optional(),
    })
    .default({}),
})

const SeedAccount = z.strictObject({
  id: Id.optional(),
  name: z.string(),
  currency: z.string().length(3).default('USD'),
  country: z.string().length(2).default('US'),
  timezone_id: z.string().default('1'),
  marketing_messages: z.enum(MARKETING_STATUSES).optional(),
  direct_send: z
    .strictObject({
      utility: z.boolean().default(true),
      authentication: z.boolean().default(false),
      media_headers: z.boolean().default(false),
    })
    .optional(),
  phone_numbers: z.array(SeedNumber).default([]),
  templates: z.array(SeedTemplate).default([]),
})

/** What a world holds when it begins. Ids that are left out are made. */
export const Seed = z.strictObject({
  business: z.strictObject({
    id: Id.optional(),
    name: z.string(),
    verification_status: z.enum(VERIFICATION_STATUSES).default('verified'),
    messaging_limit: z
      .enum(['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'])
      .default('TIER_UNLIMITED'),
    credit: z.strictObject({ id: Id.optional(), legal_entity_name: z.string().optional() }).optional(),
  }),
  app: z.strictObject({ id: Id.optional(), name: z.string(), secret: z.string().min(8).optional() }),
  accounts: z.array(SeedAccount).min(1),
  templates: z
    .strictObject({
      review: z.enum(['policy', 'approve', 'manual']).default('policy'),
      review_delay: Duration.default('2s'),
      pacing: z.strictObject({ after: z.int().min(0), hold: Duration.default('30m') }).optional(),
    })
    .optional(),
  customers: z
    .array(
      z.strictObject({
        phone: Digits,
        name: z.string(),
        username: z.string().optional(),
        online: z.boolean().default(true),
      }),
    )
    .default([]),
})

export type Seed = z.output<typeof Seed>
export type SeedInput = z.input<typeof Seed>

/** The world of the documentation's own samples, so that a sample works as soon as its host is replaced. */
export const DOCUMENTED_WORLD: SeedInput = {
  business: {
    id: '506914307656634',
    name: 'Lucky Shrub',
    credit: { id: '1972385232742146', legal_entity_name: 'Lucky Shrub' },
  },
  app: { id: '670843887433847', name: 'Jaspers Market' },
  accounts: [
    {
      id: '102290129340398',
      name: 'Lucky Shrub',
      phone_numbers: [
        {
          id: '106540352242922',
          phone: '+1 555-078-3881',
          verified_name: 'Lucky Shrub',
          test_number: true,
          profile: { about: 'Succulents and friends.', vertical: 'RETAIL', websites: ['https://www.luckyshrub.com/'] },
        },
      ],
      templates: [
        {
          name: 'hello_world',
          category: 'UTILITY',
          components: [
            { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
            {
              type: 'BODY',
              text: 'Welcome! This template shows that your business can write to a customer first. It was carried by Landline.',
            },
            { type: 'FOOTER', text: 'A sample message' },
          ],
        },
      ],
    },
  ],
  customers: [{ phone: '+1 650-555-1234', name: 'Sheena Nelson' }],
}

/**
 * Reads a seed from an object or from a JSON or YAML file.
 * Throws an Error that says where in the file what is wrong.
 */
export async function readSeed(source: string | object | undefined): Promise<Seed> {
  if (source === undefined) return Seed.parse(DOCUMENTED_WORLD)
  const where = typeof source === 'string' ? source : 'the given object'
  let raw: unknown = source
  if (typeof source === 'string') {
    try {
      const { parse } = await import('yaml')
      raw = parse(readFileSync(source, 'utf8'))
    } catch (error) {
      throw new Error(`The seed file ${source} cannot be read: ${(error as Error).message}`)
    }
  }
  const read = Seed.safeParse(raw, { error: inWords })
  if (read.success) return read.data
  const faults = read.error.issues.slice(0, 10).map(issue => `  ${issue.path.join('.') || '(top)'}: ${issue.message}`)
  throw new Error(`The seed in ${where} does not fit:\n${faults.join('\n')}`)
}

/** What is wrong, for those that their schema says nothing of. */
function inWords({ code, input, expected, minimum }: z.core.$ZodRawIssue): string | undefined {
  if (input === undefined) return 'is missing'
  if (code === 'invalid_type') return `must be ${WORDS[String(expected)] ?? expected}`
  return code === 'too_small' && Array.isArray(input) ? `must have at least ${minimum}` : undefined
}

const WORDS: Record<string, string> = { object: 'an object with names and values', array: 'a list', string: 'a text' }
