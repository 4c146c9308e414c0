import { z } from 'zod'
import { NonexistingField } from '../../domain/catalogue.ts'
import { pictureUrl } from '../../domain/messaging/media-url.ts'
import { Refused } from '../../domain/refusals.ts'
import { parseFields } from '../../graph/fields.ts'
import { operation } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'
import { PROFILE_FIELDS, Profile } from './profile.ts'

export const getBusinessProfile = operation({
  on: PhoneNumberNode,
  edge: 'whatsapp_business_profile',
  method: 'GET',
  name: 'getBusinessProfile',
  summary: 'What customers see of the business.',
  docs: 'business-profiles',
  access: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  params: z.looseObject({ fields: z.string().optional() }),
  returns: z.object({
    data: z.array(Profile.extend({ id: z.string().optional(), messaging_product: z.literal('whatsapp') })),
  }),
}).run(async ({ node: number, params, baseUrl, sign }) => {
  const asked = params.fields ? parseFields(params.fields).map(({ name }) => name) : [...PROFILE_FIELDS]
  const known: readonly string[] = [...PROFILE_FIELDS, 'id', 'messaging_product']
  const unknown = asked.find(name => !known.includes(name))
  if (unknown !== undefined) throw new Refused(NonexistingField(unknown, 'WhatsAppBusinessProfile'))
  const { profile_picture_id: picture, ...profile } = number.profile
  const all: Record<string, unknown> = {
    ...profile,
    id: number.profile_id,
    ...(picture ? { profile_picture_url: pictureUrl(baseUrl, picture, sign) } : {}),
  }
  const shown = Object.fromEntries(asked.filter(name => all[name] !== undefined).map(name => [name, all[name]]))
  return { data: [{ ...shown, messaging_product: 'whatsapp' as const }] }
})
