import { z } from 'zod'
import { frame } from './frame.ts'

const Values = z.record(z.string(), z.unknown()).describe('Fields of the address, for example `in_pin_code`.')

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
export const AddressMessage = z.looseObject({
  type: z.literal('address_message'),
  ...frame,
  action: z.looseObject({
    name: z.literal('address_message'),
    parameters: z.looseObject({
      country: z.string().describe('Two letters; only `IN` for now.'),
      values: Values.optional(),
      saved_addresses: z.array(z.looseObject({ id: z.string(), value: Values })).optional(),
      validation_errors: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
})
