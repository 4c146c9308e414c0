import { createContext, use } from 'react'
import type { Customer } from '../api/control.ts'

/** The phone in the customer's hand. */
export interface PhoneState {
  customer: Customer
  /** Whether live events arrive. */
  connected: boolean
  /** The numbers whose business is writing. */
  typing: ReadonlySet<string>
}

export const PhoneContext = createContext<PhoneState | undefined>(undefined)

export function usePhone(): PhoneState {
  const phone = use(PhoneContext)
  if (!phone) throw new Error('usePhone needs a PhoneContext')
  return phone
}
