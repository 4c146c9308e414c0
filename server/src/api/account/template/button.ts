import { z } from 'zod'

/* https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */

/** The documentation writes a single sample with and without its list. */
export const Samples = z.union([z.array(z.string()), z.string()])

const SupportedApp = z.looseObject({
  package_name: z.string().describe('Name of the Android package.'),
  signature_hash: z.string().describe('Hash of its signing key, 11 characters.'),
})

const otp = {
  otp_type: z.enum(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']).optional().describe('OTP: how the code gets to the app.'),
  autofill_text: z.string().optional().describe('OTP: label of the autofill button, up to 25 characters.'),
  supported_apps: z.array(SupportedApp).optional().describe('OTP with ONE_TAP or ZERO_TAP: 1 to 5 apps.'),
  package_name: z.string().optional().describe('Before v21.0, in place of `supported_apps`.'),
  signature_hash: z.string().optional().describe('Before v21.0, in place of `supported_apps`.'),
  zero_tap_terms_accepted: z.boolean().optional().describe('OTP with ZERO_TAP: must be true.'),
}

const flow = {
  flow_id: z.string().optional().describe('FLOW: one of `flow_id`, `flow_name` and `flow_json`.'),
  flow_name: z.string().optional(),
  flow_json: z.string().optional(),
  flow_action: z.enum(['navigate', 'data_exchange']).optional(),
  navigate_screen: z.string().optional(),
  icon: z.enum(['DOCUMENT', 'PROMOTION', 'REVIEW']).optional(),
}

export const Button = z
  .looseObject({
    type: z.enum([
      'CATALOG',
      'COPY_CODE',
      'FLOW',
      'MPM',
      'ORDER_DETAILS',
      'OTP',
      'PHONE_NUMBER',
      'QUICK_REPLY',
      'REQUEST_CONTACT_INFO',
      'SPM',
      'URL',
      'VOICE_CALL',
    ]),
    text: z.string().optional().describe('Label, up to 25 characters.'),
    url: z.string().optional().describe('URL: the address; a variable may stand at its end.'),
    phone_number: z.string().optional().describe('PHONE_NUMBER: number with country code.'),
    example: Samples.optional().describe('Sample of the variable of a URL, or of a coupon code.'),
    ttl_minutes: z.int().optional().describe('VOICE_CALL: how long the button works.'),
    app_deep_link: z.looseObject({}).optional(),
    ...otp,
    ...flow,
  })
  .describe('One button; what it needs depends on `type`.')
