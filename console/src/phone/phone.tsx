import { useEffect } from 'react'
import type { Customer } from '../api/control.ts'
import { useLive } from '../api/live.ts'
import { useChats } from '../api/queries.ts'
import { Empty } from '../ui/empty.tsx'
import { Chat } from './chat.tsx'
import { OutboxProvider } from './outbox.tsx'
import { PhoneContext } from './phone-context.ts'
import { Sidebar } from './sidebar.tsx'
import { useTyping } from './typing.ts'

/** One customer's phone: the chats, and the chat that is open. On a narrow screen one of the two. */
export function Phone({ customer, number }: { customer: Customer; number?: string }) {
  const { typing, take } = useTyping()
  const connected = useLive(customer.wa_id, take)
  const chats = useChats(customer.wa_id)
  const open = chats.data?.find(chat => chat.phone_number.id === number)
  const unread = chats.data?.reduce((sum, chat) => sum + chat.unread, 0) ?? 0

  useEffect(() => {
    document.title = `${unread ? `(${unread}) ` : ''}${customer.name} · Landline`
  }, [unread, customer.name])

  return (
    <PhoneContext value={{ customer, connected, typing }}>
      <OutboxProvider customer={customer}>
        <div className="mx-auto grid h-dvh max-w-[96rem] grid-cols-1 grid-rows-1 md:grid-cols-[22rem_1fr] min-[96.01rem]:border-line min-[96.01rem]:border-x">
          <div className={`min-h-0 min-w-0 ${open ? 'max-md:hidden' : ''}`}>
            <Sidebar chats={chats} openNumber={open?.phone_number.id} />
          </div>
          <main className={`paper min-h-0 min-w-0 ${open ? '' : 'max-md:hidden'}`}>
            {open ? (
              <Chat key={open.phone_number.id} chat={open} />
            ) : (
              <Empty icon="mark" title={`This is ${customer.name || 'a'}’s phone`}>
                <p>Choose a business on the left to read what it sent, or to write to it.</p>
              </Empty>
            )}
          </main>
        </div>
      </OutboxProvider>
    </PhoneContext>
  )
}
