import { useEffect, useSyncExternalStore } from 'react'
import { type Chat, control } from '../api/control.ts'
import { keys, queryClient } from '../api/queries.ts'
import { usePhone } from './phone-context.ts'

/** A chat that is open on a page in front of someone is read. Offline, that waits. */
export function useReadOnOpen(chat: Chat, newest: string | undefined) {
  const { customer } = usePhone()
  const visible = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible')
  const number = chat.phone_number.id
  const due = visible && customer.online && chat.unread > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: another message means another reading
  useEffect(() => {
    if (!due) return
    control
      .readChat(customer.wa_id, number)
      .then(() => queryClient.invalidateQueries({ queryKey: keys.chats(customer.wa_id) }))
      .catch(() => {}) // the next message, or the next visit, tries again
  }, [due, customer.wa_id, number, newest, chat.unread])
}

function onVisibility(listener: () => void) {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
