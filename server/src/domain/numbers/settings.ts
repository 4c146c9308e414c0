import type { CallingSettings } from './calling-settings.ts'

/** What `/settings` holds of a number; a feature that was never set is left out and has its default. */
export interface NumberSettings {
  calling?: CallingSettings
  storage?: StorageConfiguration
  encryption?: PayloadEncryption
}

/** Keys of encrypted payloads, as PEM. They stay when encryption is switched off. */
export interface PayloadEncryption {
  status: 'enabled' | 'disabled'
  /** Of the business: answers are encrypted with it. */
  client_key?: string
  /** Ours: messages are encrypted with it. */
  cloud?: { public_key: string; private_key: string }
}

export interface StorageConfiguration {
  status: 'DEFAULT' | 'IN_COUNTRY_STORAGE_ENABLED' | 'NO_STORAGE_ENABLED'
  data_localization_region?: string
  retention_minutes?: number
}

/**
 * How long what customers send to a number without storage is kept, in minutes; undefined for numbers that store.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage
 */
export const retentionMinutes = ({ settings }: { settings?: NumberSettings }): number | undefined =>
  settings?.storage?.status === 'NO_STORAGE_ENABLED'
    ? (settings.storage.retention_minutes ?? RETENTION_MINUTES)
    : undefined

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage */
export const STORAGE_REGIONS = [
  'AU',
  'ID',
  'IN',
  'JP',
  'SG',
  'KR',
  'DE',
  'CH',
  'GB',
  'BR',
  'BH',
  'ZA',
  'AE',
  'CA',
] as const

/**
 * The one figure that is allowed, in minutes.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage
 */
export const RETENTION_MINUTES = 60
