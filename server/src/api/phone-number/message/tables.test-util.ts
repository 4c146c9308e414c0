import { limitsOf, rowsOf } from '../../../../test/tables.ts'
import { ValueNotValid } from '../../../domain/catalogue.ts'
import { judge } from './judge.test-util.ts'

/*
 * What the tables of messages share: each topic has one, in which every limit that the pages give in figures stands once.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */

export type Body = Record<string, unknown>

export const NOW = Date.UTC(2026, 0, 1)
export const to = { messaging_product: 'whatsapp', to: '+16505551234' }
export const group = { messaging_product: 'whatsapp', recipient_type: 'group', to: 'Y2FwaV9ncm91cDo' }

export const limits = limitsOf((body: Body) => judge(body, NOW))
export const rows = rowsOf((body: Body) => judge(body, NOW))

export const x = (length: number): string => 'x'.repeat(length)
export const many = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, i) => make(i))

export const lengths = (label: string, min: number, max: number) =>
  ValueNotValid(`${label} length invalid. Min length: ${min}, Max length: ${max}`)
export const values = (label: string, min: number, max: number) =>
  ValueNotValid(`${label} invalid. Min value: ${min}, Max value: ${max}`)
export const counts = (plural: string, min: number, max: number) =>
  ValueNotValid(`Invalid ${plural} count. Min allowed ${plural}: ${min}, Max allowed ${plural}: ${max}`)
