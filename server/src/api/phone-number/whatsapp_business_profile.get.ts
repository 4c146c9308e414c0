import { z } from 'zod'
import { NonexistingField } from '../../domain/catalogue.ts'
import { Refused } from '../../domain/refusals.ts'
import { parseFields } from '../../graph/fields.ts'
import { operation } from '../../graph/operation.ts'
import { ProfileNode } from '../profile/node.ts'
import { PhoneNumberNode } from './node.ts'
import { profileFields } from './profile.ts'

/** Those of the profile itself, besides the name of the account, which it alone tells; the product is in every answer. */
const { account_name, messaging_product, ...FIELDS } = ProfileNode.fields

const Profile = z.object(
  Object.fromEntries(Object.entries(FIELDS).map(([name, { schema }]) => [name, schema.optional()])),
)

export const getBusinessProfile = operation({
  on: PhoneNumberNode,
  edge: 'whatsapp_business_profile',
  method: 'GET',
  name: 'getBusinessProfile',
  summary: 'What customers see of the business.',
  docs: 'business-profiles',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  params: z.looseObject({ fields: z.string().optional() }),
  returns: z.object({ data: z.array(Profile.extend({ messaging_product: z.literal('whatsapp') })) }),
}).run(async ({ node: number, params, ...context }) => {
  const asked = params.fields ? parseFields(params.fields).map(({ name }) => name) : Object.keys(profileFields)
  const shown: Record<string, unknown> = {}
  for (const name of asked) {
    if (name === 'messaging_product') continue
    if (!Object.hasOwn(FIELDS, name)) throw new Refused(NonexistingField(name, ProfileNode.name))
    const value = FIELDS[name]!.read(number, context)
    if (value !== undefined) shown[name] = value
  }
  return { data: [{ ...shown, messaging_product: 'whatsapp' as const }] }
})
