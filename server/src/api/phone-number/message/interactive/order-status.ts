import { z } from 'zod'
import { frame } from './frame.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/overview */
export const OrderStatusMessage = z.looseObject({
  type: z.literal('order_status'),
  ...frame,
  action: z.looseObject({
    name: z.literal('review_order'),
    parameters: z.looseObject({
      reference_id: z.string().describe('Of the order details that it is about.'),
      order: z.looseObject({
        status: z.enum([
          'canceled',
          'completed',
          'partially-shipped',
          'partially_shipped',
          'pending',
          'processing',
          'shipped',
        ]),
        description: z.string().optional().describe('Up to 120 characters.'),
      }),
      payment: z
        .looseObject({
          status: z.enum(['captured', 'failed', 'pending']),
          timestamp: z.union([z.number(), z.string()]).optional(),
        })
        .optional(),
    }),
  }),
})
