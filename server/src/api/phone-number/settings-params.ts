import { z } from 'zod'
import { MAX_HOLIDAYS, MAX_VOICEMAIL_TIMEOUT, WEEKDAYS } from '../../domain/numbers/calling-settings.ts'
import { RETENTION_MINUTES, STORAGE_REGIONS } from '../../domain/numbers/settings.ts'

const Switch = z.enum(['ENABLED', 'DISABLED'])
const Time = z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/)

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings */
const Calling = z.object({
  status: Switch.optional(),
  call_icon_visibility: z.enum(['DEFAULT', 'DISABLE_ALL']).optional(),
  callback_permission_status: Switch.optional(),
  call_icons: z.object({ restrict_to_user_countries: z.array(z.string().regex(/^[A-Z]{2}$/)) }).optional(),
  call_hours: z
    .object({
      status: Switch,
      timezone_id: z.string(),
      weekly_operating_hours: z.array(z.object({ day_of_week: z.enum(WEEKDAYS), open_time: Time, close_time: Time })),
      holiday_schedule: z
        .array(z.object({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), start_time: Time, end_time: Time }))
        .max(MAX_HOLIDAYS)
        .optional(),
    })
    .optional(),
  sip: z
    .object({
      status: Switch,
      servers: z.array(z.looseObject({ hostname: z.string(), port: z.int().min(1).max(65535).optional() })).optional(),
    })
    .optional(),
  srtp_key_exchange_protocol: z.enum(['DTLS', 'SDES']).optional(),
  audio: z.object({ additional_codecs: z.array(z.enum(['PCMA', 'PCMU'])) }).optional(),
  video: z.object({ status: Switch }).optional(),
  voicemail: z
    .object({
      status: Switch,
      triggers: z.array(z.enum(['REJECT', 'TIMEOUT'])).optional(),
      audio: z
        .object({
          default: z.object({
            announcement_media_id: z.union([z.string(), z.number()]).optional(),
            timeout_seconds: z.int().min(0).max(MAX_VOICEMAIL_TIMEOUT).optional(),
          }),
        })
        .optional(),
    })
    .optional(),
})

/** One feature a call. */
export const Settings = z.looseObject({
  calling: Calling.optional(),
  user_identity_change: z
    .looseObject({ enable_identity_key_check: z.boolean().optional(), enabled: z.boolean().optional() })
    .optional(),
  payload_encryption: z
    .looseObject({ status: z.enum(['enabled', 'disabled']), client_encryption_key: z.string().optional() })
    .optional(),
  storage_configuration: z
    .looseObject({
      status: z.enum([
        'IN_COUNTRY_STORAGE_ENABLED',
        'IN_COUNTRY_STORAGE_DISABLED',
        'NO_STORAGE_ENABLED',
        'NO_STORAGE_DISABLED',
      ]),
      data_localization_region: z.enum(STORAGE_REGIONS).optional(),
      retention_minutes: z.literal(RETENTION_MINUTES).optional(),
    })
    .optional(),
})
