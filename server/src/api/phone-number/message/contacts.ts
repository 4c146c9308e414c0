import { z } from 'zod'

/** `HOME` and `WORK` in the official document, any text on the pages. */
const type = z.string().optional()

const Name = z.looseObject({
  formatted_name: z.string().describe('The name as it is shown.'),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  middle_name: z.string().optional(),
  suffix: z.string().optional(),
  prefix: z.string().optional(),
})

const Address = z.looseObject({
  street: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  zip: z.string().optional(),
  country: z.string().optional(),
  country_code: z.string().optional().describe('Two letters.'),
  type,
})

const Organization = z.looseObject({
  company: z.string().optional(),
  department: z.string().optional(),
  title: z.string().optional(),
})

const Phone = z.looseObject({
  phone: z.string().describe('In any format.'),
  type,
  wa_id: z.string().optional().describe('WhatsApp id; without it the card offers to invite the person.'),
})

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
export const Contacts = z.array(
  z.looseObject({
    name: Name,
    addresses: z.array(Address).optional(),
    birthday: z.string().optional().describe('YYYY-MM-DD'),
    emails: z.array(z.looseObject({ email: z.string(), type })).optional(),
    org: Organization.optional(),
    phones: z.array(Phone).optional(),
    urls: z.array(z.looseObject({ url: z.string(), type })).optional(),
  }),
)
