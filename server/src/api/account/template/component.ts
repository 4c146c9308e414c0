import { z } from 'zod'
import { Button, Samples } from './button.ts'

/* https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */

const NamedSamples = z.array(z.looseObject({ param_name: z.string(), example: z.string() }))

const Example = z
  .looseObject({
    header_text: Samples.optional(),
    header_text_named_params: NamedSamples.optional(),
    header_handle: Samples.optional().describe('Handle from the Resumable Upload API.'),
    body_text: z.union([z.array(z.array(z.string())), Samples]).optional(),
    body_text_named_params: NamedSamples.optional(),
  })
  .describe('Samples of the variables, or of the media of a header.')

const part = {
  format: z
    .enum(['DOCUMENT', 'GIF', 'IMAGE', 'LOCATION', 'PRODUCT', 'TEXT', 'VIDEO'])
    .optional()
    .describe('Headers only.'),
  text: z.string().optional().describe('Text with variables: {{1}} or {{name}}.'),
  example: Example.optional(),
  buttons: z.array(Button).optional().describe('Up to 10; BUTTONS only.'),
}

const CardComponent = z.looseObject({ type: z.enum(['BODY', 'BUTTONS', 'HEADER']), ...part })

export const Component = z.looseObject({
  type: z.enum(['BODY', 'BUTTONS', 'CALL_PERMISSION_REQUEST', 'CAROUSEL', 'FOOTER', 'HEADER', 'LIMITED_TIME_OFFER']),
  ...part,
  cards: z
    .array(z.looseObject({ components: z.array(CardComponent) }))
    .optional()
    .describe('CAROUSEL only: 2 to 10.'),
  limited_time_offer: z
    .looseObject({ text: z.string().optional(), has_expiration: z.boolean().optional() })
    .optional()
    .describe('LIMITED_TIME_OFFER only.'),
  add_security_recommendation: z.boolean().optional().describe('BODY of authentication templates.'),
  code_expiration_minutes: z.int().optional().describe('FOOTER of authentication templates, 1 to 90.'),
})
