import { z } from 'zod'
import { DEFAULT_CALLING } from '../../domain/numbers/calling-settings.ts'
import { operation } from '../../graph/operation.ts'
import { PhoneNumberNode } from './node.ts'
import { encryptionView } from './payload-encryption.ts'

export const getSettings = operation({
  on: PhoneNumberNode,
  edge: 'settings',
  method: 'GET',
  name: 'getSettings',
  summary: 'Calling, identity check, payload encryption and storage of the number.',
  docs: 'business-phone-numbers/phone-numbers',
  access: ['whatsapp_business_management'],
  params: z.looseObject({ include_sip_credentials: z.boolean().optional() }),
  returns: z.looseObject({
    calling: z.looseObject({ status: z.string(), call_icon_visibility: z.string() }),
    user_identity_change: z.object({ enable_identity_key_check: z.boolean() }).optional(),
    payload_encryption: z.looseObject({
      status: z.enum(['enabled', 'disabled']),
      client_encryption_key_fingerprint: z.string().optional(),
      cloud_encryption_key: z.string().optional().describe('PEM of the key to encrypt with, in base64.'),
    }),
    storage_configuration: z.object({
      status: z.string(),
      data_localization_region: z.string().optional(),
      retention_minutes: z.number().optional(),
    }),
  }),
}).run(async ({ node: { settings, identity_check } }) => ({
  calling: { ...(settings?.calling ?? DEFAULT_CALLING) },
  user_identity_change: { enable_identity_key_check: identity_check === true },
  payload_encryption: encryptionView(settings?.encryption),
  storage_configuration: settings?.storage ?? { status: 'DEFAULT' },
}))
