import { z } from 'zod'
import { Component } from './component.ts'

/** What a new template and the edit of one have in common. */
export const content = {
  components: z.array(Component).optional().describe('Parts of the template; BODY is the only mandatory one.'),
  parameter_format: z.enum(['NAMED', 'POSITIONAL']).optional().describe('How variables are written.'),
  message_send_ttl_seconds: z.int().optional().describe('How long delivery is tried; -1 for 30 days.'),
  sub_category: z
    .enum([
      'BOOKING_STATUS',
      'CALL_PERMISSIONS_REQUEST',
      'FLIGHT_DELAY_AND_GATE_CHANGE_ALERT',
      'FRAUD_ALERT',
      'ORDER_DETAILS',
      'ORDER_STATUS',
      'RICH_ORDER_STATUS',
    ])
    .optional(),
  display_format: z.enum(['ORDER_DETAILS']).optional(),
  cta_url_link_tracking_opted_out: z.boolean().optional(),
  is_primary_device_delivery_only: z.boolean().optional(),
  degrees_of_freedom_spec: z.looseObject({}).optional(),
  optimization_spec: z
    .object({ bid_strategy: z.literal('LOWEST_COST_WITH_BID_CAP'), bid_amount: z.int().positive() })
    .optional()
    .describe('Highest price of a thousand deliveries, for the Marketing Messages API. Cannot be added later.'),
}

export const Category = z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY'])

/**
 * Structure only; what the values must be like is decided by the rules of domain/templates.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
export const CreateTemplate = z.looseObject({
  name: z.string().describe('Lower case letters, digits and underscores, up to 512 characters.'),
  language: z.string().describe('Language or locale, for example `en_US`.'),
  category: Category,
  ...content,
  allow_category_change: z.boolean().optional().describe('Without effect since April 2025.'),
  library_template_name: z.string().optional().describe('Template of the library to copy, in place of `components`.'),
  library_template_button_inputs: z.array(z.looseObject({})).optional(),
  library_template_body_inputs: z.looseObject({}).optional(),
})
export type CreateTemplate = z.output<typeof CreateTemplate>
