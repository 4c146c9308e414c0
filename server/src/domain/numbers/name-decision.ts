import { nextState } from '../machine.ts'
import { displayNameLife } from './display-name.ts'
import type { PhoneNumber } from './model.ts'

/** The name that waits for a decision: one that was asked for, else the first one; undefined when none does. */
export function nameInReview(number: PhoneNumber): string | undefined {
  if (number.new_name_status === 'PENDING_REVIEW') return number.new_display_name
  return number.name_status === 'PENDING_REVIEW' ? number.verified_name : undefined
}

/** The number after a decision. An approved name takes the place of the old one; a declined one leaves it alone. */
export function decideName<N extends PhoneNumber>(number: N, decision: 'APPROVED' | 'REJECTED'): N {
  const event = decision === 'APPROVED' ? 'approve' : 'decline'
  if (number.new_name_status !== 'PENDING_REVIEW') {
    return { ...number, name_status: nextState(displayNameLife, number.name_status, event) ?? number.name_status }
  }
  const status = nextState(displayNameLife, number.new_name_status, event) ?? number.new_name_status
  const { new_display_name, new_name_status: _, ...rest } = number
  if (decision === 'REJECTED') return { ...number, new_name_status: status }
  return { ...rest, verified_name: new_display_name ?? number.verified_name, name_status: status } as N
}
