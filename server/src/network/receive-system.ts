import type { Customer, Message } from '../domain/messaging/model.ts'
import type { PhoneNumber } from '../domain/numbers/model.ts'
import type { Unit } from '../store/store.ts'
import { receiveMessage } from './receive.ts'

/** What the network itself tells a business about a customer. It stands in the chat, and opens no window. */
export const receiveSystem = (
  unit: Unit,
  number: PhoneNumber,
  customer: Customer,
  content: { body: string; type: string; [member: string]: unknown },
  system: NonNullable<Message['system']>,
): Promise<Message> => receiveMessage(unit, { number, customer, type: 'system', content, more: { system } })
