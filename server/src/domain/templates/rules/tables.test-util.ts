import { limitsOf, rowsOf } from '../../../../test/tables.ts'
import type { CreateInput } from '../draft.ts'
import type { Json } from '../json.ts'
import { BODY, buttons, invalid, judge } from '../judge-for-tests.ts'

/*
 * What the tables of template rules share: each topic has one, in which every limit of creating a template stands once.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */

/** What differs from a template that is all right. */
export type Changes = Partial<CreateInput>

export const limits = limitsOf((changes: Changes) => judge(changes))
export const rows = rowsOf((changes: Changes) => judge(changes))

export const long = (length: number): string => 'a'.repeat(length)
export const times = <T>(count: number, one: T): T[] => Array<T>(count).fill(one)

export const parts = (...components: Json[]): Changes => ({ components })
export const withBody = (text: string, ...samples: string[]): Changes =>
  parts({ type: 'BODY', text, example: { body_text: [samples] } })
export const withHeader = (header: Json): Changes => parts({ type: 'HEADER', ...header }, BODY)
export const withButtons = (...list: Json[]): Changes => parts(BODY, buttons(...list))

export const COPY: Json = { type: 'COPY_CODE', example: '250FF' }
export const FLOW: Json = { type: 'FLOW', text: 'Begin', flow_id: '1' }
export const OFFER: Json = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon over' } }
export const SPM: Json = { type: 'SPM', text: 'View' }

export const needsProduct = invalid('A header of format PRODUCT and a button of type SPM need each other.')
