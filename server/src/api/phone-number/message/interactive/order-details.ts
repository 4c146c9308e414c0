import { z } from 'zod'
import { frame } from './frame.ts'

const money = { value: z.number().describe('In minor units.'), offset: z.number().describe('100') }
const Amount = z.looseObject(money)
const Described = z.looseObject({ ...money, description: z.string().optional() })

const Item = z.looseObject({
  retailer_id: z.string().optional(),
  name: z.string().describe('Up to 60 characters.'),
  amount: Amount,
  sale_amount: Amount.optional(),
  quantity: z.number(),
  image: z.looseObject({ link: z.string() }).optional(),
})

const Order = z.looseObject({
  status: z.enum(['pending']),
  type: z.string().optional(),
  catalog_id: z.string().optional(),
  expiration: z
    .looseObject({ timestamp: z.union([z.number(), z.string()]), description: z.string().optional() })
    .optional(),
  items: z.array(Item),
  subtotal: Amount,
  tax: Described.optional(),
  shipping: Described.optional(),
  discount: z.looseObject({ ...Described.shape, discount_program_name: z.string().optional() }).optional(),
})

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/overview */
export const OrderDetailsMessage = z.looseObject({
  type: z.literal('order_details'),
  ...frame,
  action: z.looseObject({
    name: z.literal('review_and_pay'),
    parameters: z.looseObject({
      reference_id: z.string().describe('Unique for the number; letters, digits, `_`, `.` and `-`.'),
      type: z.enum(['digital-goods', 'physical-goods']),
      payment_type: z.string().optional(),
      payment_configuration: z.string().optional(),
      payment_settings: z.array(z.looseObject({ type: z.string() })).optional(),
      currency: z.enum(['BRL', 'INR']),
      total_amount: Amount,
      beneficiaries: z.array(z.looseObject({})).optional(),
      order: Order,
    }),
  }),
})
